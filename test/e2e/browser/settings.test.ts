/// <reference path="../../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsFailure } from '../../../shared/domain/settings-failure.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { settingSchemas, type SettingsPatch } from '../../../shared/settings/schema.ts';
import { startBrowserBench, type BrowserBench, type OpenedPage } from '../../support/browser-page.ts';
import { openSettings, readPatches, typeInto } from '../../support/settings-page.ts';

let bench: BrowserBench;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  opened = await openSettings(bench);
  page = opened.page;
});
afterEach(() => opened.close());

/** Makes the host refuse every further change. */
async function refuseChanges(error: SettingsFailure): Promise<void> {
  await page.evaluate(
    (failure) => window.fuelgaugeFake?.answer('updateSettings', { ok: false, error: failure }),
    error,
  );
}

/** Id of the focused element. */
async function readFocusedId(): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.id ?? null);
}

describe('the settings', () => {
  it('save every change immediately', async () => {
    await page.getByRole('switch', { name: 'Launch at login' }).click();
    await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
    await page.getByRole('radiogroup', { name: 'Tray icon color' }).getByText('Light').click();
    await typeInto(page, 'Time zone', 'europe/berlin');
    await page.getByLabel('A day begins at').selectOption('4');
    await page.getByLabel('A week begins on').selectOption({ label: 'Sunday' });
    await page.getByRole('switch', { name: 'Notifications' }).click();
    await typeInto(page, 'Thresholds', '95, 50 80');
    await page.getByLabel('Refresh').selectOption('30');
    await page.getByLabel('Subscription plan').selectOption('custom');
    await typeInto(page, 'Block limit', '1500');
    await page.getByLabel('Unit of the limit').selectOption('tokens');
    await page.getByLabel('Work days').selectOption('5');
    await page.getByRole('switch', { name: 'Ask Codex for its limits' }).click();
    await page.getByLabel('Cost calculation').selectOption('display');
    await typeInto(page, 'Currency', 'eur');
    await page.getByText('Until then, amounts stay in USD.').waitFor();
    await typeInto(page, 'EUR per US dollar', '0.92');
    await expect.poll(async () => (await readPatches(page)).length).toBe(16);
    expect(await readPatches(page)).toEqual([
      { launchAtLogin: true },
      { theme: 'dark' },
      { trayIconColor: 'light' },
      { timeZone: 'Europe/Berlin' },
      { calendar: { dayStartHour: 4, weekStartsOn: 1, clock: 'system' } },
      { calendar: { dayStartHour: 4, weekStartsOn: 0, clock: 'system' } },
      { notifications: false },
      { thresholdsPercent: [50, 80, 95] },
      { refreshCadence: 30 },
      { plan: 'custom' },
      { customBlockLimit: { unit: 'usd', value: 1500 } },
      { customBlockLimit: { unit: 'tokens', value: 1500 } },
      { workDays: 5 },
      { askAgents: ['codex'] },
      { costMode: 'display' },
      { currency: { code: 'EUR', perUsd: 0.92 } },
    ]);
    // Settings that take more than one step have their own tests below; some are in the file alone.
    const others = [
      'activity',
      'alertChannels',
      'alertChoices',
      'dataColors',
      'density',
      'detailRetention',
      'errorReports',
      'extraLogFolders',
      'language',
      'modelAliases',
      'otlpExport',
      'ownPrograms',
      'desktop',
      'popover',
      'priceOverrides',
      'projects',
      'proxy',
      'server',
    ];
    const reached = (await readPatches(page)).flatMap((patch) => Object.keys(patch as SettingsPatch));
    expect([...new Set([...reached, ...others])].sort()).toEqual(Object.keys(settingSchemas).sort());
    expect(await page.getByRole('switch', { name: 'Launch at login' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin');
  });

  it('hold blocks against the usual one, in a unit, and ask an agent at once', async () => {
    await page.getByLabel('Subscription plan').selectOption({ label: 'My usual full block (P90)' });
    await page.getByLabel('Unit of the P90').selectOption('requests');
    expect(await readPatches(page)).toEqual([{ plan: 'p90' }, { customBlockLimit: { unit: 'requests', value: 50 } }]);
    const refresh = page.getByRole('button', { name: 'Refresh now' });
    expect(await refresh.count()).toBe(0);
    await page.getByRole('switch', { name: 'Ask Codex for its limits' }).click();
    const answerWith = (outcome: string) =>
      page.evaluate((said) => {
        const rows = [{ source: 'codex', program: 'codex app-server', outcome: said }];
        window.fuelgaugeFake?.answer('askLimits', { generatedAtMs: 0, rows });
      }, outcome);
    await answerWith('answered');
    await refresh.click();
    await page.getByText('It answered.').waitFor();
    await answerWith('asked-before');
    await refresh.click();
    await page.getByText('It was asked less than a minute ago.').waitFor();
    const asked = await page.evaluate(() => window.fuelgaugeFake?.calls.filter(({ name }) => name === 'askLimits'));
    expect(asked).toEqual(Array.from({ length: 2 }, () => ({ name: 'askLimits', argument: { source: 'codex' } })));
    await page.evaluate(() => window.fuelgaugeFake?.fail('askLimits', 'the engine has stopped'));
    await refresh.click();
    await page.getByText('That did not work: the engine has stopped.').waitFor();
    expect(await refresh.isEnabled()).toBe(true);
  });

  it('switch rules, take budgets, and add a channel that can be tested', async () => {
    await page.getByRole('switch', { name: 'Available again' }).click();
    await typeInto(page, 'Budget for a day', '12.5');
    await page.getByLabel('Kind of channel').selectOption('ntfy');
    await typeInto(page, 'Topic', 'fuel');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Test ntfy' }).click();
    await page.getByText('The test was delivered on “ntfy”.').waitFor();
    const [rule, budget, channel] = (await readPatches(page)) as SettingsPatch[];
    expect(rule?.alertChoices?.restored.isOn).toBe(true);
    expect(budget?.alertChoices?.spend.dayUsd).toBe(12.5);
    expect(channel?.alertChannels).toMatchObject([{ id: 'ntfy', kind: 'ntfy', topic: 'fuel', isOn: false }]);
  });

  it('keep alerts back, guard sessions, and add mail and programs', async () => {
    await typeInto(page, 'Quiet hours', '22-7:30');
    await page.getByLabel('Hold back all alerts').selectOption('4');
    await typeInto(page, 'Hard limit per session, money', '20');
    await page.getByLabel('At the hard limit').selectOption('pause');
    await page.getByLabel('Kind of channel').selectOption('email');
    await typeInto(page, 'you@example.com smtp.example.com:587', 'ada@example.com smtp.example.com');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('Hide amounts of money').check();
    await typeInto(page, 'Executable name', 'my-agent');
    await page.getByRole('button', { name: 'Add program' }).click();
    await page.getByRole('switch', { name: 'Hold back other channels, too' }).click();
    await expect.poll(async () => (await readPatches(page)).length).toBe(8);
    const [hours, snooze, limit, action, mail, hidden, program, waits] = (await readPatches(page)) as SettingsPatch[];
    expect(hours?.alertChoices?.quietHours).toEqual({ fromMinute: 1_320, toMinute: 450 });
    expect(snooze?.alertChoices?.snoozedUntilMs).toBeGreaterThan(0);
    expect(limit?.alertChoices?.guard.hardUsd).toBe(20);
    expect(action?.alertChoices?.guard).toMatchObject({ hardUsd: 20, action: 'pause' });
    expect(mail?.alertChannels).toMatchObject([{ kind: 'email', host: 'smtp.example.com', to: 'ada@example.com' }]);
    expect(hidden?.alertChannels?.[0]?.redact).toEqual({ names: false, paths: true, money: true });
    expect(program?.ownPrograms).toEqual([{ label: 'my-agent', executable: 'my-agent', category: 'cli' }]);
    expect(waits?.alertChoices).toMatchObject({ waitsForDoNotDisturb: true, channelsWaitForDoNotDisturb: true });
  });

  it.each(['Soft limit per session, money', 'Hard limit per session, tokens', 'Budget for a week'])(
    'say at the field why %s is refused',
    async (label) => {
      await typeInto(page, label, '-3');
      const field = page.getByLabel(label, { exact: true });
      await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
      const described = (await field.getAttribute('aria-describedby'))?.split(' ').at(-1) ?? '';
      await expect.poll(() => page.locator(`[id="${described}"]`).innerText()).toContain('Not saved.');
      await typeInto(page, label, '12');
      await expect.poll(() => field.getAttribute('aria-invalid')).toBe('false');
      expect(await page.getByText('Not saved.').count()).toBe(0);
    },
  );

  it('switch the server, refuse what it cannot use, and show a phone how to reach it', async () => {
    await page.getByRole('switch', { name: 'Serve while the app runs' }).click();
    await page.getByText('http://127.0.0.1:8377').waitFor();
    expect(await page.getByRole('button', { name: 'Show QR code' }).isDisabled()).toBe(true);
    await typeInto(page, 'Port', '99999');
    await page.getByText('Not saved. Enter a whole number from 0 to 65535.').waitFor();
    await typeInto(page, 'Port', '9,000');
    await page.getByLabel('Reachable from').selectOption('0.0.0.0');
    await page.getByText('https://0.0.0.0:9000').waitFor();
    await page.evaluate(() =>
      window.fuelgaugeFake?.answer('createPairing', { url: 'https://192.0.2.7:9000/#pair=abc', untilMs: 1 }),
    );
    await page.getByRole('button', { name: 'Show QR code' }).click();
    await page.getByRole('img', { name: 'QR code with the address for the phone' }).waitFor();
    await typeInto(page, 'Certificate file', '/etc/ssl/own.pem');
    await typeInto(page, 'File of its private key', '/etc/ssl/own.key');
    await expect.poll(async () => (await readPatches(page)).length).toBe(4);
    const [on, port, host, certificate] = ((await readPatches(page)) as SettingsPatch[]).map(({ server }) => server);
    expect(on).toEqual({ ...defaultSettings.server, isOn: true });
    expect(port).toMatchObject({ isOn: true, port: 9_000 });
    expect(host).toMatchObject({ port: 9_000, host: '0.0.0.0' });
    expect(certificate).toMatchObject({ certificateFile: '/etc/ssl/own.pem', privateKeyFile: '/etc/ssl/own.key' });
    const failed = {
      address: null,
      fingerprint: null,
      pairingAddress: null,
      failure: 'The port is taken.',
      tokens: [],
    };
    await page.evaluate((answer) => window.fuelgaugeFake?.answer('server', answer), failed);
    await typeInto(page, 'Port', '80');
    await page.getByText('The port is taken.').waitFor();
    expect(await page.getByRole('img', { name: 'QR code with the address for the phone' }).count()).toBe(0);
  });

  it('say whether names are encrypted and how to change that, with no click that could lose them', async () => {
    const section = page.getByRole('region', { name: 'Encryption' });
    await section.getByText('Not encrypted', { exact: true }).waitFor();
    await section.getByText('fuelgauge encryption on').waitFor();
    await section.getByText('Keep a copy of the key somewhere else.').waitFor();
    expect(await section.getByRole('switch').count()).toBe(0);
    await section.getByRole('button', { name: 'Copy' }).click();
    await section.getByText(/^Copied\.|^The system did not allow copying/).waitFor();
  });

  it('say why the web server and the encryption cannot be shown, and try again', async () => {
    await page.evaluate(() => {
      location.hash = '#overview';
      for (const name of ['server', 'encryption'] as const) window.fuelgaugeFake?.fail(name, 'The disk is gone.');
    });
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.evaluate(() => (location.hash = '#settings'));
    for (const [name, title] of [
      ['server', 'Web server'],
      ['encryption', 'Encryption'],
    ] as const) {
      const section = page.getByRole('region', { name: title, exact: true });
      await section.getByText('The disk is gone.').waitFor();
      await page.evaluate((mended) => window.fuelgaugeFake?.fail(mended, null), name);
      await section.getByRole('button', { name: 'Try again' }).click();
      await section.getByText('The disk is gone.').waitFor({ state: 'detached' });
      expect(await section.getByText(/Serve|Not encrypted/).count()).toBeGreaterThan(0);
    }
  });

  it('sum up old requests only after confirmation, because it cannot be undone', async () => {
    const control = page.getByLabel('Keep individual requests', { exact: true });
    const warning = page.getByText('Requests older than 90 days will be summed up. This cannot be undone.');
    expect(await control.inputValue()).toBe('forever');
    await control.selectOption('90');
    await warning.waitFor();
    expect(await readPatches(page)).toEqual([]);
    // Starting at the control, by keyboard only.
    await control.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await warning.waitFor({ state: 'detached' });
    expect(await control.inputValue()).toBe('forever');
    expect(await readFocusedId()).toBe(await control.getAttribute('id'));
    await control.selectOption('90');
    await page.getByRole('button', { name: 'Sum up' }).click();
    await warning.waitFor({ state: 'detached' });
    expect(await control.inputValue()).toBe('90');
    // Keeping more deletes nothing.
    await control.selectOption('365');
    expect(await page.getByRole('button', { name: 'Sum up' }).count()).toBe(0);
    await control.selectOption('30');
    await control.selectOption('365');
    expect(await page.getByRole('button', { name: 'Sum up' }).count()).toBe(0);
    expect(await readPatches(page)).toEqual([{ detailRetention: 90 }, { detailRetention: 365 }]);
  });

  it('ask again when a shorter span was refused', async () => {
    await refuseChanges({ kind: 'not-written' });
    await page.getByLabel('Keep individual requests').selectOption('30');
    await page.getByRole('button', { name: 'Sum up' }).click();
    await page.getByText('Not saved. settings.json cannot be written.').waitFor();
    await page.getByText('Requests older than 30 days will be summed up.').waitFor();
    await page.evaluate((settings) => window.fuelgaugeFake?.emit('settingsChanged', settings), {
      ...defaultSettings,
      detailRetention: 30 as const,
    });
    await page.getByRole('button', { name: 'Sum up' }).waitFor({ state: 'detached' });
  });

  it('stay unchanged when a change is refused, and show why beside the control', async () => {
    await refuseChanges({ kind: 'login-item-not-added' });
    const control = page.getByRole('switch', { name: 'Launch at login' });
    await control.click();
    await page.getByText('Not saved. The system did not let Fuelgauge start at login.').waitFor();
    expect(await control.isChecked()).toBe(false);
    await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
    await expect.poll(() => page.getByText('Not saved').count()).toBe(2);
    expect(await page.getByRole('radio', { name: 'Dark' }).first().isChecked()).toBe(false);
    const stored = { ok: true, value: defaultSettings };
    await page.evaluate((answer) => window.fuelgaugeFake?.answer('updateSettings', answer), stored);
    await control.click();
    await expect.poll(() => page.getByText('Not saved').count()).toBe(1);
  });

  it('refuse invalid values before they are sent', async () => {
    await page.getByLabel('Subscription plan').selectOption('custom');
    await typeInto(page, 'Block limit', '-12');
    await page.getByText('Not saved. Enter a number above zero, such as 1500 or 2.5.').waitFor();
    await typeInto(page, 'Block limit', '1,500');
    await page.getByText('Not saved. It is not clear whether “1,500” has decimals.').waitFor();
    await typeInto(page, 'Thresholds', '75, 120');
    await page.getByText('Enter whole numbers from 1 to 100, such as 75, 90.').waitFor();
    await typeInto(page, 'Time zone', 'Atlantis');
    await page.getByText('There is no time zone “Atlantis”').waitFor();
    expect(await page.getByLabel('Thresholds').getAttribute('aria-invalid')).toBe('true');
    expect(await readPatches(page)).toEqual([{ plan: 'custom' }]);
  });

  it('follow changes made elsewhere', async () => {
    const changed = { ...defaultSettings, thresholdsPercent: [60], notifications: false };
    await page.evaluate((settings) => window.fuelgaugeFake?.emit('settingsChanged', settings), changed);
    await expect.poll(() => page.getByLabel('Thresholds').inputValue()).toBe('60');
    expect(await page.getByRole('switch', { name: 'Notifications' }).isChecked()).toBe(false);
  });

  it('explain costs, and show what was read', async () => {
    await page.getByText('Costs are API-equivalent').waitFor();
    await page.getByRole('button', { name: 'Show what was read' }).click();
    await page.getByText('Prices as of Sat, May 2, 2026.').waitFor();
    expect(await page.getByText('Skipped: 31 made by the agent itself; 2 not JSON.').count()).toBeGreaterThan(0);
  });

  it.each([
    ['listedActivity', 'The apps and sites could not be loaded: The ledger is locked.'],
    ['statusline', 'The status line could not be loaded: The ledger is locked.'],
  ])(
    'offer to load again what could not be loaded, and do not say that something was not saved (%s)',
    async (name, why) => {
      await page.evaluate(() => void (location.hash = 'alerts'));
      await page.getByRole('heading', { name: 'Alerts', level: 1 }).waitFor();
      await page.evaluate((call) => window.fuelgaugeFake?.fail(call, 'The ledger is locked.'), name);
      await page.evaluate(() => void (location.hash = 'settings'));
      const sentence = page.getByText(why);
      await sentence.waitFor();
      expect(await page.getByText('Not saved.').count()).toBe(0);
      await page.evaluate((call) => window.fuelgaugeFake?.fail(call, null), name);
      await page.getByRole('button', { name: 'Try again' }).click();
      await sentence.waitFor({ state: 'detached' });
    },
  );

  it('show the exact change of the status line before it is made', async () => {
    const value = {
      settingsFile: '/home/ada/.claude/settings.json',
      command: 'new',
      previousCommand: 'mine.sh',
      before: '{\n  "model": "opus"\n}\n',
      after: '{\n  "model": "opus",\n  "statusLine": {}\n}\n',
    };
    await page.evaluate(
      (change) => window.fuelgaugeFake?.answer('previewStatusline', { ok: true, value: change }),
      value,
    );
    const readInstalls = () =>
      page.evaluate(() => window.fuelgaugeFake?.calls.filter(({ name }) => name === 'installStatusline') ?? []);
    await page.getByLabel('Preset').selectOption('full');
    await page.getByRole('button', { name: 'Show the change…' }).click();
    await page.getByText('Your command still runs first: mine.sh').waitFor();
    expect(await page.locator('pre:not(.drawing)').textContent()).toBe(
      '  {\n-   "model": "opus"\n+   "model": "opus",\n+   "statusLine": {}\n  }\n',
    );
    expect(await readInstalls()).toEqual([]);
    await page.getByRole('button', { name: 'Change the file' }).click();
    await page.locator('pre:not(.drawing)').waitFor({ state: 'detached' });
    expect(await readInstalls()).toMatchObject([{ argument: { preset: 'full' } }]);
  });

  it('show what an own template looks like while it is typed, and which widget does not exist', async () => {
    const drawing = {
      template: '{model} | {contxt}',
      lines: ['Opus 4.8 | a line that is far too long for a narrow window ▓▓▓▓░░░░ 41% ┃ resets in 2 h 10 min'],
      unknownWidget: 'contxt',
      widgets: ['model', 'context'],
    };
    await page.evaluate((value) => window.fuelgaugeFake?.answer('drawStatusline', { ok: true, value }), drawing);
    await page.getByLabel('Preset').selectOption('minimal');
    await page.locator('pre.drawing').waitFor();
    await page.getByLabel('Preset').selectOption('own');
    const field = page.locator('textarea');
    expect(await field.inputValue()).toBe('{model} | {contxt}');
    await field.fill('{model} | {contxt} mine');
    await page.getByText('There is no widget called “contxt”. The widgets are model, context.').waitFor();
    expect(await page.locator('pre.drawing').textContent()).toContain('Opus 4.8');
    await page.waitForFunction(() =>
      window.fuelgaugeFake?.calls.some(
        ({ name, argument }) => name === 'drawStatusline' && JSON.stringify(argument).includes('mine'),
      ),
    );
  });
});
