import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import {
  resolveLocale,
  toDirection,
  translateMessages,
  translations,
} from '../../../../shared/messages/load-messages.ts';
import { createPageMessages } from '../../../../shared/messages/page-catalogue.ts';
import { languageChoices } from '../../../../shared/settings/languages.ts';

const minuteMs = 60_000;
const languages = Object.keys(translations) as (keyof typeof translations)[];
/** Languages that translate the same messages. */
const writtenTogether: readonly (typeof languages)[] = [
  ['de', 'fr', 'es'],
  ['ja', 'zh', 'ar'],
];

/** What only a terminal, a log or another program shows: it stays English. */
const elsewhere = /^(cli|server|launch|config|format)\./;

describe('resolveLocale', () => {
  it.each([
    ['system', ['pl-PL', 'de-AT', 'fr'], 'de-AT'],
    ['system', ['en-GB', 'de-DE'], 'en-GB'],
    ['system', ['pl-PL'], 'en-US'],
    ['system', [], 'en-US'],
    ['system', ['not a locale', 'de'], 'de'],
    ['system', ['zh-TW'], 'en-US'],
    ['de', ['en-US', 'de-CH'], 'de-CH'],
    ['de', ['en-US'], 'de'],
    ['en', ['de-DE'], 'en-US'],
    ['constructor', ['de-DE'], 'en-US'],
  ])('takes %s on a system with %j as %s', (choice, system, locale) => {
    expect(resolveLocale(choice, system)).toBe(locale);
  });

  it('knows every language that can be chosen', () => {
    for (const choice of languageChoices) {
      if (choice === 'system') continue;
      expect(new Intl.Locale(resolveLocale(choice, [])).language).toBe(choice);
    }
    expect(languageChoices.slice(2).toSorted()).toEqual(languages.toSorted());
  });
});

const loadMessages = (locale: string) => translateMessages(createMessages(locale));

describe('translateMessages', () => {
  it('has the words of the language, and English where it has none', async () => {
    const german = await loadMessages('de-DE');
    expect(german.tray.menu.quit).toBe('Fuelgauge beenden');
    expect(german.units.duration(133 * minuteMs)).toBe('2 Std. 13 Min.');
    expect(german.server).toEqual(expect.objectContaining({ metrics: createMessages('de-DE').server.metrics }));
    expect((await loadMessages('pl')).tray.menu.quit).toBe('Quit Fuelgauge');
  });

  it('translates the pages without the words of other surfaces', async () => {
    const pages = await translateMessages(createPageMessages('de'));
    expect(pages.windows.settings).toBe('Einstellungen');
    expect(pages).not.toHaveProperty('tray');
  });

  it('leaves the English catalogue as it is', async () => {
    await loadMessages('de');
    expect(createMessages('de').tray.menu.quit).toBe('Quit Fuelgauge');
  });

  it('runs from right to left in Arabic only', () => {
    expect(['ar', 'ar-EG', 'de', 'ja'].map(toDirection)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
  });
});

describe.each(languages)('the language %s', (language) => {
  it('replaces only messages that exist, with what takes as many values', async () => {
    const english = toLeaves(createMessages(language));
    const create = await translations[language]();
    for (const [path, message] of toLeaves(create(createMessages(language).format))) {
      const original = english.get(path);
      expect(typeof message, path).toBe(typeof original);
      if (typeof message === 'function') {
        expect(message.length, path).toBeLessThanOrEqual((original as () => void).length);
      } else expect(String(message).trim() === '', path).toBe(original === '');
    }
  });

  it('is counted, and translates what windows, tray and notifications say', async () => {
    const english = createMessages(language);
    const own = toLeaves((await translations[language]())(english.format));
    const shown = [...toLeaves(english).keys()].filter((path) => !elsewhere.test(path));
    const missing = shown.filter((path) => !own.has(path));
    console.info(
      `${language}: ${shown.length - missing.length} of the ${shown.length} messages shown; ` +
        `English or the same: ${missing.join(', ')}`,
    );
    // The rest are names, and messages that were added since the translation was gone through.
    expect(missing.length / shown.length).toBeLessThan(0.1);
    // What is in every glance: names of windows, times, the tray's menu.
    for (const path of toLeaves({ units: english.units, tray: { menu: english.tray.menu } }).keys())
      expect(own.has(path), path).toBe(true);
  });

  it('says the same things as the languages that are written with it', async () => {
    const group = writtenTogether.find((names) => names.includes(language))!;
    const first = await translations[group[0]!]();
    const paths = (create: typeof first): string[] => [...toLeaves(create(createMessages('en').format)).keys()].sort();
    expect(paths(await translations[language]())).toEqual(paths(first));
  });
});

/** Every text and function of a catalogue by its path. */
function toLeaves(group: object, prefix = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [name, value] of Object.entries(group) as [string, unknown][]) {
    if (typeof value === 'object' && value !== null) {
      for (const [path, leaf] of toLeaves(value, `${prefix}${name}.`)) leaves.set(path, leaf);
    } else leaves.set(`${prefix}${name}`, value);
  }
  return leaves;
}
