import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp } from './electron.ts';
import { keepPageCoverage, recordPageCoverage } from './page-coverage.ts';

/** A page in a browser of its own, and everything it reported. */
export interface ServedPage {
  readonly page: Page;
  /** Console errors and warnings, and uncaught errors. */
  readonly complaints: string[];
  /** The origin of every request. */
  readonly origins: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Opens an empty page in a real Chromium (the one of the Electron that the app runs on), for what a server serves. */
export async function openServedPage(): Promise<ServedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'fuelgauge-served-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'served', main: 'main.cjs' }));
  await writeFile(
    join(folder, 'main.cjs'),
    "const { app, BrowserWindow } = require('electron');\n" +
      "app.whenReady().then(() => new BrowserWindow({ frame: false }).loadURL('data:text/html,ready'));\n",
  );
  const launched = await launchApp({ appFolder: folder, env: { ELECTRON_DISABLE_SECURITY_WARNINGS: '1' } });
  const page = await launched.waitForWindow('ready');
  const complaints: string[] = [];
  const origins = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  await recordPageCoverage(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return {
    page,
    complaints,
    origins,
    async close() {
      await keepPageCoverage(page);
      await launched.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
