import { resolveLocale, toDirection } from '../../shared/messages/load-messages.ts';
import type { Host } from '../../shared/contract/index.ts';
import type { Settings } from '../../shared/settings/schema.ts';

const key = 'fuelgauge.language';

/** The locale of this page, and the root's attributes that go with it. English outside of a browser. */
export function applyLocale(): string {
  if (typeof localStorage === 'undefined' || typeof document === 'undefined') return resolveLocale('en', []);
  const locale = resolveLocale(recall(), navigator.languages);
  document.documentElement.lang = locale;
  document.documentElement.dir = toDirection(locale);
  return locale;
}

/** Keeps this page in the language of the settings, for its life: another language loads the page again. */
export function followLanguage(host: Host): void {
  const follow = ({ language }: Pick<Settings, 'language'>): void => {
    const before = recall();
    if (language === before) return;
    localStorage.setItem(key, language);
    const toLocale = (choice: string): string => resolveLocale(choice, navigator.languages);
    // Without storage the page would be loaded again for ever.
    if (recall() === language && toLocale(language) !== toLocale(before)) location.reload();
  };
  host.on('settingsChanged', follow);
  // Without an answer the page keeps its language.
  host.call('settings').then(follow, () => undefined);
}

function recall(): string {
  return localStorage.getItem(key) ?? 'system';
}
