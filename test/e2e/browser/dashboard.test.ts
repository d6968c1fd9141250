import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { isRecordingCoverage } from '../../../build/coverage/folders.ts';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { hourMs, minuteMs } from '../../../shared/domain/instant.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { toDirection } from '../../../shared/messages/resolve-locale.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { saveScreenshot } from '../../support/electron.ts';
import { findViolations } from '../../support/find-violations.ts';
import { createPushClient } from '../../support/push-client.ts';
import { createTokenFor, startServer, type Served } from '../../support/serve-process.ts';
import { openServedPage, type ServedPage } from '../../support/served-page.ts';
import { builtCli, runBuiltCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const { settings, web: words, windows } = createMessages();
const maxFirstLoadBytes = 150_000;
const phone = { width: 360, height: 740 };
const desktop = { width: 1200, height: 800 };
const makeFolder = useTemporaryFolders();

let folder: string;
let served: Served;
let browser: ServedPage;
let page: Page;

beforeAll(async () => {
  folder = makeFolder();
  const home = join(folder, 'home');
  const nowMs = Date.now();
  const lines = Array.from({ length: 40 }, (_, id) =>
    claudeLine({ id, atMs: nowMs - 2 * minuteMs - id * hourMs, output: 400 + id, session: 'session-1' }),
  );
  await writeLog(claudeFile(home), lines.reverse().join(''));
  // Reading needs a token, so that this browser is a phone's: on loopback it would need none.
  [served, browser] = await Promise.all([
    startServer(folder, { FUELGAUGE_READING_NEEDS_TOKEN: '1' }),
    openServedPage(),
  ]);
  ({ page } = browser);
  page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  served.child.kill('SIGKILL');
  await browser.close();
});

/** What the page fetched, in bytes as they came over the network. */
function readTransferred(): Promise<number> {
  return page.evaluate(() => {
    const loaded = performance.getEntries().filter((entry) => entry instanceof PerformanceResourceTiming);
    // A navigation is a resource, too.
    const files = loaded.filter(({ name }) => !name.includes('/api/') && !name.endsWith('.png'));
    return files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  });
}

async function readPairingAddress(): Promise<string> {
  const args = ['token', 'pair', '--address', served.address, '--json', '--data', join(folder, 'data')];
  return (JSON.parse((await runBuiltCli(args)).stdout) as { url: string }).url;
}

/** A copy of the build, of whose page one script has another name. Returns its command line. */
function buildNewer(folder: string, script: string): string {
  const web = join(folder, 'dist/web');
  cpSync(dirname(builtCli), dirname(web), { recursive: true });
  symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'));
  const newer = script.replace(/\.js$/, '-newer.js');
  renameSync(join(web, script), join(web, newer));
  for (const name of readdirSync(web, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|html)$/.test(name)) continue;
    const file = join(web, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(basename(script), basename(newer)));
  }
  return join(folder, 'dist/cli.js');
}

/** Reads what the page keeps over its visits; with a value, keeps it as another tab does. */
function useKept(mode: IDBTransactionMode, key: string, value?: string): Promise<unknown> {
  const use = (given: { mode: IDBTransactionMode; key: string; value: string | undefined }) =>
    new Promise<unknown>((resolve, reject) => {
      const opening = indexedDB.open('fuelgauge', 1);
      opening.onerror = () => reject(new Error('no database'));
      opening.onsuccess = () => {
        const store = opening.result.transaction('values', given.mode).objectStore('values');
        const request = given.value === undefined ? store.get(given.key) : store.put(given.value, given.key);
        request.onsuccess = () => resolve(request.result);
      };
    });
  return page.evaluate(use, { mode, key, value });
}

const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('the dashboard of a real server in a real browser', () => {
  it('asks for a token, takes a pairing code once, and shows what may be read', async () => {
    await page.setViewportSize(phone);
    await page.goto(served.address);
    await page.getByRole('heading', { name: words.refused }).waitFor();
    if (!isRecordingCoverage()) expect(await readTransferred()).toBeLessThan(maxFirstLoadBytes);
    expect(await findViolations(page)).toEqual([]);
    await saveScreenshot(page, 'dashboard-token');
    await page.getByRole('textbox', { name: words.token }).fill('fg_000000000000_no-token');
    await page.getByRole('textbox', { name: words.token }).press('Enter');
    await page.getByText(words.wrongToken).waitFor();
    // A page that gets its token late follows the settings all the same.
    await page.getByRole('textbox', { name: words.token }).fill(await createTokenFor(folder, 'read'));
    await page.getByRole('textbox', { name: words.token }).press('Enter');
    await page.getByText('shop').first().waitFor();
    await page.evaluate(() => (location.hash = '#settings'));
    await page.getByRole('switch', { name: settings.general.launchAtLogin }).waitFor();

    const address = await readPairingAddress();
    // Followed in a page that is open, such a link loads nothing.
    await page.goto(address);
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await page.getByText('shop').first().waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await page.goto('about:blank');
    await page.goto(address);
    // The token is kept, the code is used.
    await page.getByText('shop').first().waitFor();
    const reused = await fetch(`${served.address}/api/pair`, {
      method: 'POST',
      body: JSON.stringify({ code: address.split('#pair=')[1] }),
    });
    expect(reused.status).toBe(403);
  });

  it('fits a phone: nothing scrolls sideways, rare views stand behind "More", and a reader can end nothing', async () => {
    expect(await findViolations(page)).toEqual([]);
    expect(await overflow()).toBe(0);
    await saveScreenshot(page, 'dashboard-360');
    const bar = page.getByRole('navigation');
    expect(await bar.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    expect(await page.getByRole('button', { name: /session|menu/i }).count()).toBe(0);
    for (const [name, place] of [[windows.processes, 'processes'] as const, [windows.settings, 'settings'] as const]) {
      await bar.getByRole('button', { name: words.more }).click();
      if (place === 'processes') await saveScreenshot(page, 'dashboard-360-more');
      await bar.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor({ state: 'attached' });
    }
    await page.getByText(words.readOnly).waitFor();
    expect(await page.getByRole('switch', { name: settings.general.launchAtLogin }).isDisabled()).toBe(true);
    const refused = await page.evaluate(async () => (await fetch('/api/rescan', { method: 'POST' })).status);
    expect(refused).toBe(401);
  });

  it('gets alerts by push when its reader wants them, and not any longer', async () => {
    // A browser without a network has no push service: what that would give is put in its place, the rest is real.
    const client = createPushClient();
    await page.evaluate((given) => {
      const subscription = { ...given, toJSON: () => given, unsubscribe: async () => true };
      PushManager.prototype.subscribe = async () => subscription as unknown as PushSubscription;
      PushManager.prototype.getSubscription = async () => subscription as unknown as PushSubscription;
    }, client.subscription);
    const control = page.getByRole('switch', { name: words.push.label });
    await control.click();
    await expect.poll(() => control.isChecked()).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await saveScreenshot(page, 'dashboard-360-settings');
    const stored = readFileSync(join(folder, 'data', 'secrets.json'), 'utf8');
    expect(stored).toContain('push.services');
    const { alertChannels } = JSON.parse(readFileSync(join(folder, 'data', 'settings.json'), 'utf8')) as Settings;
    expect(alertChannels).toMatchObject([{ kind: 'web-push', isOn: true }]);

    await control.click();
    await expect.poll(() => control.isChecked()).toBe(false);
    expect(readFileSync(join(folder, 'data', 'secrets.json'), 'utf8')).not.toContain('push.services');
  });

  it('has every view at the width of a desk, without a warning of its own', async () => {
    await page.setViewportSize(desktop);
    const bar = page.getByRole('navigation');
    for (const name of ['overview', 'explore', 'limits', 'processes', 'apps', 'alerts', 'compare'] as const) {
      await bar.getByRole('link', { name: windows[name], exact: true }).click();
      await page.getByRole('heading', { level: 1, name: windows[name] }).waitFor({ state: 'attached' });
      await page.locator('main [role=progressbar]').waitFor({ state: 'detached' });
    }
    await bar.getByRole('link', { name: words.now, exact: true }).click();
    await page.getByText('shop').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await overflow()).toBe(0);
    await saveScreenshot(page, 'dashboard-1200');
    expect(browser.complaints.filter((text) => !/status of 40[13]/.test(text))).toEqual([]);
  });

  it.each(['de-DE', 'ar', 'en-US'])(
    'speaks the language of its reader, and does not scroll sideways: %s',
    async (language) => {
      await page.addInitScript((tag) => {
        Object.defineProperty(navigator, 'languages', { configurable: true, value: [tag] });
      }, language);
      await page.setViewportSize(phone);
      await page.reload();
      await page.getByText('shop').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(toDirection(language));
      expect(await overflow()).toBe(0);
      await saveScreenshot(page, `dashboard-360-${language}`);
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      expect(await overflow()).toBe(0);
      const bar = page.getByRole('navigation');
      expect(await bar.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
      await saveScreenshot(page, `dashboard-360-200-percent-${language}`);
    },
  );

  it('shows and keeps nothing once its token is revoked, and goes on when another tab has got one', async () => {
    const data = ['--data', join(folder, 'data')];
    // A page that is left while it pairs goes on with the token that it had.
    const [, id = ''] = String(await useKept('readonly', 'token')).split('_');
    expect((await runBuiltCli(['token', 'revoke', id, ...data])).code).toBe(0);
    await page.getByRole('heading', { name: words.refused }).waitFor();
    expect(await page.getByText('shop').count()).toBe(0);
    await expect.poll(() => useKept('readonly', 'snapshot')).toBeUndefined();
    await useKept('readwrite', 'token', await createTokenFor(folder, 'read'));
    await page.getByRole('textbox', { name: words.token }).fill('fg_000000000000_no-token');
    await page.getByRole('textbox', { name: words.token }).press('Enter');
    await page.getByText(words.wrongToken).waitFor();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText('shop').first().waitFor();
  });

  it('shows without the server what was known, and how old it is, and asks nobody else', async () => {
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForFunction(() => caches.keys().then((keys) => keys.length > 0));
    // What it shows it also keeps, a moment later.
    await expect.poll(() => useKept('readonly', 'snapshot')).toBeDefined();
    served.child.kill('SIGKILL');
    await once(served.child, 'exit');
    await page.setViewportSize(phone);
    await page.reload();
    await page.getByText('The server is not responding. This is the state from').waitFor();
    await page.getByText('shop').first().waitFor();
    await saveScreenshot(page, 'dashboard-offline');
    expect([...browser.origins].filter((origin) => origin !== 'null')).toEqual([served.address]);
  });

  it('becomes the page of a newer server that took the place of its own', async () => {
    const readScript = () => page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')!.src);
    const before = await readScript();
    onTestFailed(async () => console.error(await page.locator('body').innerText()));
    const cli = buildNewer(makeFolder(), new URL(before).pathname);
    served = await startServer(folder, {}, ['--port', String(served.port)], undefined, cli);
    await expect.poll(readScript, { timeout: 60_000 }).toBe(before.replace(/\.js$/, '-newer.js'));
    await page.getByText('shop').first().waitFor();
  });
});
