import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { generate } from 'selfsigned';
import { expect, it } from 'vitest';
import { createWords } from '../../../build/extension/languages.ts';
import { findDebianLibraries, findDebianProgram } from '../../support/debian-program.ts';
import { createTokenFor, useServers } from '../../support/serve-process.ts';
import { runBuiltCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const serve = useServers();
const extension = resolve(import.meta.dirname, '../../../dist/extension');
const executable = await findDebianProgram('chromium', 'chromium');
const libraries = (await findDebianLibraries('chromium')) ?? '';

/** Answers under every name, so that listed sites and APIs are on this machine. */
async function startEveryone(): Promise<{ readonly port: number; close(): void }> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const headers = { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' };
  const server = createServer({ cert, key }, (_request, response) => {
    response.writeHead(200, headers).end('<title>SECRET title</title>SECRET words');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function launch(profile: string, port: number): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: executable!,
    // Those that are not installed.
    env: { ...process.env, LD_LIBRARY_PATH: `${libraries}:${libraries}/pulseaudio` },
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
    ],
  });
}

async function configure(page: Page, address: string, token: string): Promise<void> {
  await page.getByLabel('Address of Fuelgauge on this computer').fill(address);
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Save' }).click();
}

/** A Chromium of Debian has only English unless a package adds more: only the pages are told another language. */
async function readInArabic(context: BrowserContext, home: string): Promise<void> {
  const words = createWords('ar');
  const page = await context.newPage();
  await page.addInitScript(() => {
    const { chrome } = globalThis as unknown as { chrome: { i18n: { getUILanguage(): string } } };
    chrome.i18n.getUILanguage = () => 'ar';
  });
  await page.goto(`${home}popup.html`);
  await page.getByRole('heading', { name: words.today }).waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'ar',
    'rtl',
  ]);
  await page.goto(`${home}options.html`);
  const address = page.getByLabel(words.address);
  expect(await address.evaluate((field) => getComputedStyle(field).direction)).toBe('ltr');
  await page.close();
}

// The other browsers of a test machine take no extension from a folder.
it.skipIf(executable === null)(
  'counts time, visits and requests in a real Chromium, keeps what cannot be sent, and sends it to the receiver',
  async () => {
    const folder = makeFolder();
    await mkdir(join(folder, 'home'));
    await mkdir(join(folder, 'data'));
    const settings = { activity: { receiver: true, rates: [{ name: 'claude.ai', usdPerHour: 360 }] } };
    await writeFile(join(folder, 'data/settings.json'), JSON.stringify(settings));
    const [everyone, served, token] = await Promise.all([
      startEveryone(),
      serve(folder),
      createTokenFor(folder, 'ingest'),
    ]);
    const context = await launch(join(folder, 'profile'), everyone.port);
    try {
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      const home = new URL('.', worker.url()).href;
      const readStored = () =>
        worker.evaluate(async () =>
          JSON.stringify(
            await (
              globalThis as unknown as { chrome: { storage: { local: { get(): Promise<unknown> } } } }
            ).chrome.storage.local.get(),
          ),
        );
      // The browser has put its own language's texts into the manifest.
      const manifest = await worker.evaluate(() =>
        (globalThis as unknown as { chrome: { runtime: { getManifest(): object } } }).chrome.runtime.getManifest(),
      );
      expect(manifest).toMatchObject({ description: createWords('en').description });
      const options = await context.newPage();
      await options.goto(`${home}options.html`);
      await configure(options, 'https://example.com', '');
      await options.getByText('Enter an address of this computer').waitFor();
      await configure(options, '127.0.0.1:9', '');
      await expect.poll(() => options.getByLabel('Address').inputValue()).toBe('http://127.0.0.1:9');

      const site = await context.newPage();
      await site.goto('https://claude.ai/chat/SECRET-conversation');
      await site.evaluate(async () => {
        for (const path of ['v1/messages', 'v1/models'])
          await fetch(`https://api.anthropic.com/${path}`, { method: 'POST', body: 'SECRET prompt' });
      });
      // From when the extension has noticed it.
      await expect.poll(readStored).toMatch(/"front":\{[^}]*claude\.ai/);
      await site.waitForTimeout(1_200);
      await site.goto('https://example.com/SECRET');
      const popup = await context.newPage();
      await popup.goto(`${home}popup.html`);
      // A site and an API, or one more where a quarter of an hour ends meanwhile.
      await popup.getByText(/^Fuelgauge cannot be reached\. [23] counts wait to be sent\.$/).waitFor();
      await popup.getByText('1 request to AI APIs').waitFor();
      const text = await popup.locator('table').innerText();
      expect(text).toMatch(/^claude\.ai\s+<1 min\s+1 visit\s+<\$0\.01$/);
      const stored = await readStored();
      expect(stored).toContain('claude.ai');
      expect(stored).not.toMatch(/SECRET|example\.com/);

      await options.bringToFront();
      await configure(options, served.address, token);
      await options.getByText('Sent just now.').waitFor();
      // The person's own rate has come from the agent.
      await popup.reload();
      await expect.poll(() => popup.locator('table').innerText()).toMatch(/~\$0\.[1-9]/);
      await readInArabic(context, home);
      served.child.kill();
      await once(served.child, 'exit');
      const folders = ['--home', join(folder, 'home'), '--data', join(folder, 'data')];
      const report = JSON.parse((await runBuiltCli(['sites', '--json', ...folders])).stdout);
      expect(report.sites).toMatchObject([{ name: 'claude.ai', count: 1, activeKind: 'measured', via: ['chromium'] }]);
      expect(report.sites[0].activeMs).toBeGreaterThan(1_000);
      expect(report.apis).toMatchObject([{ name: 'claude-web', count: 1 }]);
    } finally {
      await context.close();
      everyone.close();
      await rm(join(folder, 'profile'), { recursive: true, force: true, maxRetries: 10 });
    }
  },
);
