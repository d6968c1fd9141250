import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { translateMessages, translations } from '../../../../shared/messages/load-messages.ts';
import { createPageMessages } from '../../../../shared/messages/page-catalogue.ts';
import { toLeaves } from '../../../support/messages/catalogue-samples.ts';

const minuteMs = 60_000;
const languages = Object.keys(translations) as (keyof typeof translations)[];
/** What only a terminal, a log or another program shows: it stays English. */
const elsewhere = /^(cli|server|launch|config|format)\./;
/** Names, file types, keys, examples to type and mere signs: no language needs other words for them. */
const sameEverywhere = [
  'alerts.channelKinds.(webhook|slack|discord|teams|ntfy|telegram)',
  'windows.(appName|windowTitle|palette.keys.mac|palette.keys.others)',
  'charts.exportAs.(csv|json)',
  'limits.owner',
  'activity.sessions.joinUse',
  'logs.scan.percent',
  'explore.within',
  'limitHistory.record.own',
  'apps.(browser|money)',
  'processView.pid',
  'settings.general.languages.(en|fr|de|es|ja|zh|ar)',
  'settings.general.dataColorScales.fuelgauge',
  'settings.timing.hoursExample',
  'settings.statusPages.example',
  'settings.channels.place.email',
  'settings.sending.protocols.(http/protobuf|http/json|grpc)',
  'settings.changes.searchHint',
  'settings.trayAndKeys.systems.(darwin|win32|linux)',
  // Empty in English: nothing is said of what works.
  'web.push.states.(on|off)',
].map((path) => new RegExp(`^${path.replaceAll('.', '\\.')}$`));

const loadMessages = (locale: string) => translateMessages(createMessages(locale));

describe('translateMessages', () => {
  it('has the words of the language, and English where it has none', async () => {
    const german = await loadMessages('de-DE');
    expect(german.tray.menu.quit).toBe('Fuelgauge beenden');
    expect(german.units.duration(133 * minuteMs)).toBe('2 h 13 min');
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

  it('translates everything that windows, tray and notifications say', async () => {
    const english = createMessages(language);
    const own = toLeaves((await translations[language]())(english.format));
    const missing = [...toLeaves(english)].filter(
      ([path]) => !elsewhere.test(path) && !sameEverywhere.some((pattern) => pattern.test(path)) && !own.has(path),
    );
    const list = missing.map(([path, message]) => `${path}: ${typeof message === 'string' ? message : '(function)'}`);
    expect(list, `shared/messages/${language} has no words for these messages; add them there`).toEqual([]);
  });
});

it.each(sameEverywhere)('%s is the name of a message', (pattern) => {
  expect([...toLeaves(createMessages('en')).keys()].some((path) => pattern.test(path))).toBe(true);
});
