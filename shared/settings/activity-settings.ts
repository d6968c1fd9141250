import * as v from 'valibot';
import { activityCategories } from '../domain/activity.ts';

const label = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100));
const category = v.picklist(activityCategories);
/** US dollars an hour; more is a typo. */
export const maxUsdPerHour = 1_000;
const usdPerHour = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(maxUsdPerHour));
/** A host of at least two parts, and perhaps a path: `github.com/copilot`. Only in a path does case matter. */
export const ownDomainPattern = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[A-Za-z0-9._~%@+-]+)*$/;
const domain = v.pipe(v.string(), v.trim(), v.maxLength(253), v.regex(ownDomainPattern));

/** Nothing is recorded until the person turns it on; the limits are ai-cost-observer's. */
export const defaultActivitySettings = {
  sites: false,
  apps: false,
  commands: false,
  receiver: false,
  unpairedExtension: false,
  ownSites: [] as {
    domain: string;
    label: string;
    category: (typeof activityCategories)[number];
    usdPerHour: number;
  }[],
  ownApps: [] as { name: string; label: string; category: (typeof activityCategories)[number]; usdPerHour: number }[],
  rates: [] as { name: string; usdPerHour: number }[],
  maxKilobytes: 1_024,
  maxEvents: 100,
  postsPerMinute: 60,
};

const defaults = defaultActivitySettings;

/** What is recorded about a person's use of AI, and the person's own entries. Omitted members have their defaults. */
export const activitySettingsSchema = v.strictObject({
  /** Visits of listed sites, from the histories of browsers. */
  sites: v.optional(v.boolean(), defaults.sites),
  /** How long AI apps are in front. */
  apps: v.optional(v.boolean(), defaults.apps),
  /** How often AI tools are called, from the histories of shells. */
  commands: v.optional(v.boolean(), defaults.commands),
  /** Whether a server accepts what a browser extension sends. */
  receiver: v.optional(v.boolean(), defaults.receiver),
  /** Whether an extension on this machine may send without a token, as ai-cost-observer's does. */
  unpairedExtension: v.optional(v.boolean(), defaults.unpairedExtension),
  ownSites: v.optional(v.pipe(v.array(v.strictObject({ domain, label, category, usdPerHour })), v.maxLength(50)), []),
  /** Further apps, by the name of their executable, their window class or their bundle. */
  ownApps: v.optional(
    v.pipe(v.array(v.strictObject({ name: label, label, category, usdPerHour })), v.maxLength(50)),
    [],
  ),
  /** Own rates of listed sites and apps, by domain or id. */
  rates: v.optional(v.pipe(v.array(v.strictObject({ name: label, usdPerHour })), v.maxLength(200)), []),
  /** Limits of the receiver: the largest body, and how many events and requests it takes (a minute and address). */
  maxKilobytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16_384)), defaults.maxKilobytes),
  maxEvents: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), defaults.maxEvents),
  postsPerMinute: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
    defaults.postsPerMinute,
  ),
});

export type ActivitySettings = v.InferOutput<typeof activitySettingsSchema>;
