import { expect, it } from 'vitest';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { translateMessages, translations } from '../../../../shared/messages/load-messages.ts';
import { createWords } from '../../../../build/extension/languages.ts';

it.each(['en', ...Object.keys(translations)])('in %s, sentences name a label as it is written', async (language) => {
  const { activity, alerts, apps, settings, tray, windows } = await translateMessages(createMessages(language));
  const { switches } = settings.activity;
  expect(Object.values(apps.parts).map((part) => part.switch)).toEqual([
    switches.sites,
    switches.apps,
    switches.commands,
    switches.receiver,
  ]);
  expect(settings.activity.hints.receiver).toContain(settings.server.title);
  expect(settings.guard.actionHint).toContain(alerts.kinds.guard);
  expect(settings.guard.actionHint).toContain(activity.sessions.resume);
  expect(settings.statusPages.hint).toContain(alerts.kinds.incident);
  expect(activity.sessions.more(3)).toContain(windows.explore);
  expect(tray.menu.settings).toBe(windows.settings);
  const { sending } = createWords(language);
  expect(sending({ sentAtMs: null, failure: 'off' }, 0, 0)).toContain(switches.receiver);
});
