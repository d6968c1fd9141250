import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCompact, formatInteger } from '../../../shared/messages/format/numbers.ts';
import {
  appendInTwoWrites,
  claudeFile,
  claudeLine,
  codexFile,
  codexRollout,
  writeLog,
} from '../../support/agent-logs.ts';
import { startNotificationServer, type NotificationServer } from '../../support/desktop/notification-server.ts';
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts';
import type { TrayItem } from '../../support/desktop/tray-item.ts';
import { launchApp, saveScreenshot, type LaunchedApp } from '../../support/electron.ts';
import { readReport, type PrintedReport } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';
import { waitUntil } from '../../support/wait-until.ts';

const minuteMs = 60_000;

const newFolder = useTemporaryFolders();

describe.runIf(hasTestDesktop)('the tray app, from a log line to every surface', () => {
  const home = newFolder();
  const data = join(home, '.config', 'Fuelgauge');
  const threadId = '019b0000-0000-7000-8000-00000000c0de';
  // All of today's usage is in the same minute, whatever time of day the test runs.
  const nowMs = Date.now();
  let desktop: TrayHost;
  let notifications: NotificationServer;
  let launched: LaunchedApp;
  let item: TrayItem;
  let popover: Page;

  const launch = async (...args: string[]): Promise<void> => {
    launched = await launchApp({ home, data, args });
    item = await desktop.waitForItem({ pid: launched.pid });
  };
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const reportOfToday = (): Promise<PrintedReport> => readReport(home, data, '--since', today, '--until', today);
  const exactTokensToday = async (page: Page): Promise<string> => {
    const today = page.getByRole('region', { name: 'Today' });
    const title = await today.locator('.value span[title]').first().getAttribute('title');
    return /^[\d,]+/.exec(title ?? '')?.[0] ?? '';
  };

  beforeAll(async () => {
    desktop = await startTrayHost();
    notifications = await startNotificationServer();
    notifications.setInhibited(true);
    const days = Array.from({ length: 40 }, (_, day) =>
      claudeLine({
        id: 1000 + day,
        atMs: nowMs - (day + 1) * 24 * 60 * minuteMs,
        session: `old-${day}`,
        output: 400 + 37 * day,
        model: day % 3 === 0 ? 'claude-sonnet-5' : 'claude-opus-4-8',
        project: day % 4 === 0 ? '/home/ada/engine-room' : '/home/ada/shop',
      }),
    );
    await writeLog(claudeFile(home, 'earlier'), days.join(''));
    await writeLog(claudeFile(home), [1, 2, 3].map((id) => claudeLine({ id, atMs: nowMs - 1000 + id })).join(''));
    await writeLog(
      codexFile(home, threadId),
      codexRollout(threadId, [
        {
          atMs: nowMs - 500,
          input: 9_000,
          cached: 7_000,
          output: 300,
          usedPercent: 40,
          resetsAtMs: nowMs + 120 * minuteMs,
        },
      ]),
    );
    await mkdir(join(data, 'statusline'), { recursive: true });
    // The Claude block has 64,530 tokens so far; 80,000 of 100,000 cross 75 %.
    await writeFile(
      join(data, 'settings.json'),
      JSON.stringify({
        plan: 'custom',
        customBlockLimit: { unit: 'tokens', value: 100_000 },
        thresholdsPercent: [75, 95],
        timeZone: 'UTC',
        server: { port: 0 },
      }),
    );
    await launch('--hidden');
  });
  afterAll(async () => {
    await launched.close();
    desktop.close();
    notifications.stop();
  });

  it("registers in the tray with today's figure in its tooltip", async () => {
    const tooltip = await item.waitForToolTip((text) => /: [^,]*tokens today/.test(text));
    const { totals } = await reportOfToday();
    expect(totals.usage.totalTokens).toBe(3 * 21_510 + 9_300);
    expect(tooltip).toContain(`${formatCompact(totals.usage.totalTokens ?? 0)} tokens today`);
  });

  it('opens the popover on a click, with the numbers that the command line reports', async () => {
    expect(launched.app.windows()).toEqual([]);
    await item.activate();
    popover = await launched.waitForWindow('popover');
    const { totals } = await reportOfToday();
    await expect.poll(() => exactTokensToday(popover)).toBe(formatInteger(totals.usage.totalTokens ?? 0));
    await popover.emulateMedia({ colorScheme: 'light' });
    await saveScreenshot(popover, 'popover-light');
    await popover.emulateMedia({ colorScheme: 'dark' });
    await saveScreenshot(popover, 'popover-dark');
  });

  it('shows a line that an agent appends, in two writes', async () => {
    const before = (await reportOfToday()).totals.usage.totalTokens ?? 0;
    const line = claudeLine({ id: 4, atMs: Date.now(), output: 777 });
    await appendInTwoWrites(claudeFile(home), line, 300);
    const expected = formatInteger(before + 21_010 + 777);
    await expect.poll(() => exactTokensToday(popover)).toBe(expected);
  });

  it('keeps the notification back while do-not-disturb is on, unless the settings do not wait for that', async () => {
    // With that line, the block crosses 75 %.
    await waitUntil('a held alert', async () => {
      const answer = (await popover.evaluate(() => window.fuelgauge?.call('alerts', undefined))) as {
        readonly value: { readonly rows: readonly { readonly state: string }[] };
      };
      return answer.value.rows.some(({ state }) => state === 'held');
    });
    await waitUntil('the question', () => notifications.inhibitedReads() > 0);
    await reportOfToday();
    expect([notifications.received(), notifications.inhibitedReads()]).toEqual([[], 1]);
    await popover.evaluate(() =>
      window.fuelgauge?.call('updateSettings', { alertChoices: { waitsForDoNotDisturb: false } }),
    );
  });

  it('notifies once when the block crosses a threshold, and a click on it opens the popover', async () => {
    const notification = await notifications.waitFor();
    expect(`${notification.title} ${notification.body}`).toMatch(/Claude Code/);
    expect(`${notification.title} ${notification.body}`).toMatch(/7[5-9]|8\d/);
    await popover.keyboard.press('Escape');
    await waitUntil('the popover to hide', () =>
      launched.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().every((window) => !window.isVisible()),
      ),
    );
    notifications.invoke(notification.id);
    await waitUntil('the popover to show', () =>
      launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible())),
    );
    await appendInTwoWrites(
      claudeFile(home),
      claudeLine({ id: 5, atMs: Date.now(), output: 3, cacheRead: 100, cacheWrite1h: 0 }),
      40,
    );
    const { totals } = await waitUntil('the fifth response', async () => {
      const report = await reportOfToday();
      return report.totals.events === 6 && report;
    });
    await expect.poll(() => exactTokensToday(popover)).toBe(formatInteger(totals.usage.totalTokens ?? 0));
    expect(notifications.received()).toHaveLength(1);
  });

  it('opens history from the menu with the same numbers, and settings beside it', async () => {
    await (await item.openMenu()).click('Overview');
    const history = await launched.waitForWindow('main-window');
    const report = await readReport(home, data, '--by', 'day');
    const row = report.rows.find(({ key, source }) => key === today && source === 'claude-code');
    const shown = history.locator('tr', { hasText: formatInteger(row?.usage.totalTokens ?? 0) });
    await shown.first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await history.emulateMedia({ colorScheme });
      await saveScreenshot(history, `history-${colorScheme}`);
    }
    await history.emulateMedia({ colorScheme: null });
    await (await item.openMenu()).click('Settings');
    await history.getByLabel('Launch at login', { exact: true }).waitFor();
    await saveScreenshot(history, 'settings');
  });

  it('writes the login item when it is switched on, and removes it when it is switched off', async () => {
    const file = join(home, '.config', 'autostart', 'fuelgauge.desktop');
    const history = await launched.waitForWindow('main-window');
    await history.getByLabel('Launch at login').click();
    await waitUntil('the autostart file', () => existsSync(file));
    await history.getByLabel('Launch at login', { exact: true }).click();
    await waitUntil('the autostart file to go', () => !existsSync(file));
  });

  it('speaks another language at once, in every window', async () => {
    const history = await launched.waitForWindow('main-window');
    const choose = (language: string) =>
      history.evaluate((chosen) => void window.fuelgauge?.call('updateSettings', { language: chosen }), language);
    const spokenIn = (page: Page) => page.evaluate(() => document.documentElement.lang).catch(() => 'loading');
    await choose('de');
    await expect.poll(() => spokenIn(history)).toBe('de');
    await history.getByLabel('Bei der Anmeldung starten', { exact: true }).waitFor();
    // A hidden window hears of it when it is shown.
    const popoverWindow = await launched.app.browserWindow(popover);
    if (!(await popoverWindow.evaluate((each) => each.isVisible()))) await item.activate();
    await expect.poll(() => spokenIn(popover)).toBe('de');
    await choose('system');
    await expect.poll(() => spokenIn(history)).toBe('en-US');
    await expect.poll(() => spokenIn(popover)).toBe('en-US');
    await history.getByLabel('Launch at login', { exact: true }).waitFor();
  });

  it('leaves the popover open when the main window is opened, if it is to stay open', async () => {
    const popoverWindow = await launched.app.browserWindow(popover);
    const isShown = (): Promise<boolean> => popoverWindow.evaluate((each) => each.isVisible());
    if (!(await isShown())) await item.activate();
    await expect.poll(isShown).toBe(true);
    await popover.getByRole('button', { name: 'Keep open' }).click();
    const letClose = popover.getByRole('button', { name: 'Stays open. Click to let it close by itself.' });
    await letClose.waitFor();
    await popover.getByRole('button', { name: 'Settings' }).click();
    const historyWindow = await launched.app.browserWindow(await launched.waitForWindow('main-window'));
    await expect.poll(() => historyWindow.evaluate((each) => each.isFocused())).toBe(true);
    expect(await isShown()).toBe(true);
    await letClose.click();
    await popover.getByRole('button', { name: 'Keep open' }).waitFor();
    await popover.getByRole('button', { name: 'Settings' }).click();
    await expect.poll(isShown).toBe(false);
  });

  it('draws a figure in place of the icon, and takes keys that nobody else has', async () => {
    const history = await launched.waitForWindow('main-window');
    const readIcon = async (): Promise<string> => (await item.readPixmaps())[0]?.argb.toString('hex') ?? '';
    const icon = await readIcon();
    await history.getByLabel('Figure next to the tray icon').selectOption('percent');
    await expect.poll(readIcon).not.toBe(icon);
    await history.getByLabel('Figure next to the tray icon', { exact: true }).selectOption('none');
    await expect.poll(readIcon).toBe(icon);

    const recorder = history.getByRole('button', { name: 'Keys that open Fuelgauge' });
    const isTaken = (keys: string): Promise<boolean> =>
      launched.app.evaluate(({ globalShortcut }, accelerator) => globalShortcut.isRegistered(accelerator), keys);
    await recorder.click();
    await history.keyboard.press('Control+Alt+Shift+KeyG');
    await history.getByText('Control + Alt + Shift + G').waitFor();
    expect(await isTaken('Control+Alt+Shift+G')).toBe(true);
    await launched.app.evaluate(({ globalShortcut }) => void globalShortcut.register('Control+Alt+J', () => undefined));
    await recorder.click();
    await history.keyboard.press('Control+Alt+KeyJ');
    await history.getByText('Another program or the system already uses these keys.').waitFor();
    await history.getByRole('button', { name: 'Remove the keys' }).click();
    await expect.poll(() => isTaken('Control+Alt+Shift+G')).toBe(false);
  });

  it('has an icon for each account if that is wanted, which opens the popover, too', async () => {
    const history = await launched.waitForWindow('main-window');
    const rateLimits = { five_hour: { used_percentage: 30, resets_at: Math.floor(nowMs / 1000) + 7_200 } };
    const capture = { schema: 'fuelgauge.capture.v1', sessionId: 's-1', atMs: Date.now(), rateLimits };
    await writeLog(join(data, 'statusline', 'captures.jsonl'), `${JSON.stringify(capture)}\n`);
    await history.getByRole('radiogroup', { name: 'Icons in the tray' }).getByText('One for each account').click();
    const own = (): readonly TrayItem[] => desktop.items().filter(({ pid }) => pid === launched.pid);
    await waitUntil('a second icon', () => own().length === 2);
    const [first, second] = own();
    await first?.waitForToolTip((text) => /^Fuelgauge: Claude Code · .*5-hour/.test(text));
    await second?.waitForToolTip((text) => /^Fuelgauge: Codex · plus · /.test(text));
    const pictures = await Promise.all(own().map((each) => each.readPixmaps()));
    expect(pictures[0]?.[0]?.argb.equals(pictures[1]?.[0]?.argb ?? Buffer.alloc(0))).toBe(false);
    await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().includes('popover'))
        ?.hide(),
    );
    await second?.activate();
    await waitUntil('the popover', () =>
      launched.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((each) => each.isVisible() && each.webContents.getURL().includes('popover')),
      ),
    );
    await second?.activate();
    await history.getByRole('radiogroup', { name: 'Icons in the tray' }).getByText('One', { exact: true }).click();
    await waitUntil('the second icon to go', () => own().length === 1);
  });

  it('keeps a gauge above other windows where it was dragged, which opens the popover, until it is switched off', async () => {
    const history = await launched.waitForWindow('main-window');
    await history.getByLabel('Floating gauge').click();
    const gauge = await launched.waitForWindow('/gauge/');
    const button = gauge.getByRole('button', { name: /Click to open Fuelgauge\.$/ });
    await expect.poll(() => button.innerText()).toMatch(/\d%/);
    const window = await launched.app.browserWindow(gauge);
    await expect.poll(() => window.evaluate((open) => open.isAlwaysOnTop() && open.isVisible())).toBe(true);
    const size = await gauge.evaluate(() => document.querySelector('main')?.scrollWidth ?? 0);
    await expect.poll(() => window.evaluate((open) => open.getBounds().width)).toBeGreaterThanOrEqual(size);
    await saveScreenshot(gauge, 'gauge');
    await window.evaluate((open) => open.setPosition(40, 60));
    await expect
      .poll(() => readFileSync(join(data, 'settings.json'), 'utf8').replaceAll(/\s/g, ''))
      .toContain('"gaugePosition":{"x":40,"y":60}');
    await button.click();
    await waitUntil('the popover', () =>
      launched.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((each) => each.isVisible() && each.webContents.getURL().includes('popover')),
      ),
    );
    await history.getByLabel('Floating gauge').click();
    await waitUntil('the gauge to go', () => gauge.isClosed());
  });

  it('saves what a page has made where the person wants it', async () => {
    const history = await launched.waitForWindow('main-window');
    const file = join(home, 'exported.json');
    await launched.app.evaluate(({ session }, savePath) => {
      session.defaultSession.once('will-download', (_event, download) => download.setSavePath(savePath));
    }, file);
    await history.getByRole('button', { name: 'Export settings' }).click();
    await waitUntil('the exported file', () => existsSync(file) && readFileSync(file, 'utf8').endsWith('}\n'));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      fuelgaugeSettings: 1,
      settings: { thresholdsPercent: [75, 95], timeZone: 'UTC' },
    });
  });

  it('serves what it shows while that is switched on, and lets nobody in whose token was revoked', async () => {
    const history = await launched.waitForWindow('main-window');
    const served = history.getByText(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await served.count()).toBe(0);
    await history.getByLabel('Serve while the app runs').click();
    const address = await served.textContent();
    const totals = await (await fetch(`${address}/api/totals?since=${today}&until=${today}`)).json();
    const { totals: reported } = await reportOfToday();
    const { totalTokens: _sum, ...usage } = reported.usage;
    expect(totals).toMatchObject({ events: reported.events, usage });

    await history.getByLabel('Name of the token').fill('script');
    await history.getByLabel('What it allows').selectOption('admin');
    await history.getByRole('button', { name: 'Create token' }).click();
    const token = await history.getByText(/^fg_[0-9a-f]{12}_/).textContent();
    const rescan = async () => {
      const headers = { Authorization: `Bearer ${token}` };
      return (await fetch(`${address}/api/rescan`, { method: 'POST', headers })).status;
    };
    expect(await rescan()).toBe(200);
    await saveScreenshot(history, 'settings-server');
    await history.getByRole('button', { name: 'Revoke the token script' }).click();
    await history.getByRole('button', { name: 'Revoke the token script' }).waitFor({ state: 'detached' });
    expect(await rescan()).toBe(401);
    await expect.poll(() => readFileSync(join(data, 'audit.log'), 'utf8')).toContain('refused needs-token 127.0.0.1');

    await history.getByLabel('Serve while the app runs').click();
    await served.waitFor({ state: 'detached' });
    const reach = () => fetch(`${address}/healthz`).then(String, (error: Error) => error.message);
    await expect.poll(reach).toBe('fetch failed');
  });

  it('shows its popover when it is started a second time, and the second one ends', async () => {
    await popover.keyboard.press('Escape').catch(() => undefined);
    await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().forEach((window) => window.hide()),
    );
    const second = await launchSecond(home, data);
    expect(second).toBe(0);
    await waitUntil('the popover of the first', () =>
      launched.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some(
          (window) => window.isVisible() && window.webContents.getURL().includes('popover'),
        ),
      ),
    );
  });

  it('quits from the menu, and does not alert again after a restart', async () => {
    await (await item.openMenu()).click('Quit Fuelgauge');
    expect(await launched.waitForExit()).toBe(0);
    notifications.clear();
    await launch('--hidden');
    await item.waitForToolTip((text) => text.includes('tokens today'));
    const before = (await reportOfToday()).totals.events;
    await appendInTwoWrites(
      claudeFile(home),
      claudeLine({ id: 6, atMs: Date.now(), output: 2, cacheRead: 10, cacheWrite1h: 0 }),
      40,
    );
    await waitUntil('the sixth response', async () => (await reportOfToday()).totals.events === before + 1);
    expect(notifications.received()).toEqual([]);
  });
});

/** Starts the app on the data of a running one; resolves with the exit code of the second. */
async function launchSecond(home: string, data: string): Promise<number> {
  const { provideElectron } = await import('../../../build/electron.ts');
  const { run } = await import('../../../build/lib/run.ts');
  const { repositoryRoot } = await import('../../../build/lib/paths.ts');
  const { path } = await provideElectron();
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { code } = await run(path, [...rootOnly, '--disable-gpu', `--user-data-dir=${data}`, repositoryRoot], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
    timeoutMs: 60_000,
  });
  return code;
}
