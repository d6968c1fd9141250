import type { ActivityCategory } from '../../../../shared/domain/activity.ts';
import type { ListedActivity } from '../../../../shared/domain/listed-activity.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { maxUsdPerHour, ownDomainPattern } from '../../../../shared/settings/activity-settings.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import { messages } from '../../../messages.ts';
import type { Option } from '../../../ui/options.ts';
import { isBlankAmount, readDollars } from '../form/typed-number.ts';

const words = messages.settings.activity;
type ActivitySettings = Settings['activity'];
/** The same limits as in the settings' schema. */
const maxEntries = { ownSites: 50, ownApps: 50, rates: 200 };

/** A further site or app as entered: `name` is its domain or its executable. */
export interface EntryDraft {
  readonly name: string;
  readonly label: string;
  readonly category: ActivityCategory;
  readonly rate: string;
}

export const emptyEntry: EntryDraft = { name: '', label: '', category: 'chat', rate: '' };

/** Parses a rate an hour. An empty one is 0. */
export function parseHourlyRate(text: string): Result<number> {
  if (isBlankAmount(text)) return ok(0);
  return readDollars(text, { min: 0, max: maxUsdPerHour, refusal: words.badRate });
}

/** The further sites with one more. What people paste, `https://example.com/`, is taken for the domain in it. */
export function addOwnSite(activity: ActivitySettings, draft: EntryDraft): Result<ActivitySettings['ownSites']> {
  const domain = draft.name
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/+$/, '')
    .replace(/^[^/]+/, (host) => host.toLowerCase());
  const rate = parseHourlyRate(draft.rate);
  if (!ownDomainPattern.test(domain) || domain.length > 253) return fail(words.badDomain);
  if (!rate.ok) return rate;
  if (activity.ownSites.some((known) => known.domain === domain)) return fail(words.known);
  if (activity.ownSites.length >= maxEntries.ownSites) return fail(words.tooMany(maxEntries.ownSites));
  const label = draft.label.trim() || domain.slice(0, 100);
  return ok([...activity.ownSites, { domain, label, category: draft.category, usdPerHour: rate.value }]);
}

/** The further apps with one more. */
export function addOwnApp(activity: ActivitySettings, draft: EntryDraft): Result<ActivitySettings['ownApps']> {
  const name = draft.name.trim();
  const rate = parseHourlyRate(draft.rate);
  if (name === '') return fail(words.nameMissing);
  if (!rate.ok) return rate;
  if (activity.ownApps.some((known) => isSameName(known.name, name))) return fail(words.known);
  if (activity.ownApps.length >= maxEntries.ownApps) return fail(words.tooMany(maxEntries.ownApps));
  const label = draft.label.trim() || name;
  return ok([...activity.ownApps, { name, label, category: draft.category, usdPerHour: rate.value }]);
}

/** The person's rates with one more, which replaces one of the same name. An empty rate removes it. */
export function setOwnRate(activity: ActivitySettings, name: string, text: string): Result<ActivitySettings['rates']> {
  const rate = parseHourlyRate(text);
  if (text.trim() === '' || !rate.ok) return fail(words.badRate);
  const others = activity.rates.filter((known) => !isSameName(known.name, name));
  if (others.length >= maxEntries.rates) return fail(words.tooMany(maxEntries.rates));
  return ok([...others, { name, usdPerHour: rate.value }]);
}

/** What a rate can be set for, with the rates that hold without one. */
export function toRateOptions(listed: ListedActivity): readonly Option<string>[] {
  const names = new Set<string>();
  const isFirst = (name: string): boolean => !names.has(name) && names.add(name) !== undefined;
  return listed.entries
    .filter(({ name }) => isFirst(name))
    .map(({ name, label, usdPerHour }) => ({ value: name, label: words.entry(label, name, usdPerHour) }));
}

/** An own rate in words, beside the one it replaces. */
export function describeOwnRate(rate: ActivitySettings['rates'][number], listed: ListedActivity | null): string {
  const entry = listed?.entries.find(({ name, label }) => isSameName(name, rate.name) || isSameName(label, rate.name));
  return words.ownRate(rate.usdPerHour, entry?.usdPerHour ?? null);
}

/** Whether two names mean the same site or app: they differ at most in case. */
export function isSameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
