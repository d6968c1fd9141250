import { clockChoices, withClock, type ClockChoice } from '../../shared/domain/clock-choice.ts';
import { resolveLocale, toDirection } from '../../shared/messages/resolve-locale.ts';
import type { Host } from '../../shared/contract/index.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import { readKept, writeKept } from './page-storage.ts';

const key = 'fuelgauge.language';
const clockKey = 'fuelgauge.clock';

/** The locale of this page, and the root's attributes that go with it. English outside of a browser. */
export function applyLocale(): string {
  if (typeof document === 'undefined') return resolveLocale('en', []);
  const locale = withClock(resolveLocale(recall(), navigator.languages), recallClock());
  document.documentElement.lang = locale;
  document.documentElement.dir = toDirection(locale);
  return locale;
}

/** Keeps this page in the language and the clock of the settings, for its life: another one loads the page again. */
export function followLanguage(host: Host): void {
  // What this page was rendered in. All windows share the storage: another one may already have stored the new choice.
  const shown = document.documentElement.lang;
  const follow = ({ language, calendar: { clock } }: Pick<Settings, 'language' | 'calendar'>): void => {
    writeKept(key, language);
    writeKept(clockKey, clock);
    // Without storage, the page would reload forever.
    const isKept = recall() === language && recallClock() === clock;
    if (isKept && withClock(resolveLocale(language, navigator.languages), clock) !== shown) location.reload();
  };
  host.on('settingsChanged', follow);
  // Without an answer the page keeps its language.
  host.call('settings').then(follow, () => undefined);
}

function recall(): string {
  return readKept(key) ?? 'system';
}

function recallClock(): ClockChoice {
  return clockChoices.find((each) => each === readKept(clockKey)) ?? 'system';
}
