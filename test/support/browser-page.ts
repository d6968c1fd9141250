/// <reference path="../../renderer/bridge/window.d.ts" />
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { SettingsPatch } from '../../shared/settings/schema.ts';
import { launchApp, type LaunchedApp } from './electron.ts';
import { keepPageCoverage, recordPageCoverage } from './page-coverage.ts';
import { blankPath, startRendererSite, type RendererSite } from './renderer-site.ts';

/** How to open a page. */
export interface PageOptions {
  readonly surface: 'popover' | 'main-window' | 'gauge' | 'gallery';
  readonly scenario: string;
  /** Such as `#settings`. */
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  /** Timers stand still until the test moves the clock (`page.clock.runFor`). */
  readonly stopsClock?: boolean;
  /** Settings that differ from those of the scenario. */
  readonly settings?: SettingsPatch;
  /** The language of the system, such as `de-DE`, which pages follow. */
  readonly language?: string;
  /** 2 is twice the text size. */
  readonly textScale?: number;
}

/** The pages, and the views of the main window that differ most. */
export const surfaces = [
  { surface: 'popover', hash: '' },
  { surface: 'main-window', hash: '' },
  { surface: 'main-window', hash: '#explore' },
  { surface: 'main-window', hash: '#settings' },
] as const satisfies readonly Partial<PageOptions>[];

/** A page, and everything it reported. */
export interface OpenedPage {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, policy violations and requests that left the site. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A browser with the built pages. */
export interface BrowserBench {
  openPage(options: PageOptions): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** The time of all browser tests: a Thursday. */
export const benchNowMs = Date.parse('2026-05-14T10:20:00Z');

/** Starts a browser (the Electron that the app runs on) and the pages; close it when done. */
export async function startBrowserBench(): Promise<BrowserBench> {
  const folder = await mkdtemp(join(tmpdir(), 'fuelgauge-bench-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bench', main: 'main.cjs' }));
  // Keeps running without windows: the tests open and close them.
  await writeFile(join(folder, 'main.cjs'), "require('electron').app.on('window-all-closed', () => undefined);\n");
  const site = await startRendererSite();
  const launched = await launchApp({ appFolder: folder });
  return {
    openPage: (options) => openPage(launched, site, options),
    async close() {
      await launched.close();
      await site.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function openWindow({ app }: LaunchedApp, site: RendererSite, width: number, height: number): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(
      async ({ app: electron, BrowserWindow }, { address, ...size }) => {
        await electron.whenReady();
        // Draws, too, while another window has the focus: what floats takes the focus when it is drawn.
        const webPreferences = { backgroundThrottling: false };
        const window = new BrowserWindow({ ...size, webPreferences, useContentSize: true, frame: false, show: true });
        await window.loadURL(address);
      },
      { width, height, address: site.origin + blankPath },
    ),
  ]);
  return page;
}

async function openPage(launched: LaunchedApp, site: RendererSite, options: PageOptions): Promise<OpenedPage> {
  const isPopover = options.surface === 'popover';
  const width = options.width ?? (isPopover ? 360 : 1040);
  const height = options.height ?? (isPopover ? 600 : 720);
  const page = await openWindow(launched, site, width, height);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  await recordPageCoverage(page);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    forcedColors: options.forcedColors === true ? 'active' : 'none',
  });
  if (options.language !== undefined) {
    await page.addInitScript((language) => {
      Object.defineProperty(navigator, 'languages', { value: [language] });
    }, options.language);
  }
  if (options.stopsClock === true) await page.clock.install({ time: benchNowMs });
  else await page.clock.setFixedTime(benchNowMs);
  await page.goto(`${site.origin}/${options.surface}/index.html?scenario=${options.scenario}${options.hash ?? ''}`);
  if (options.settings !== undefined) {
    await page.evaluate((patch) => window.fuelgauge?.call('updateSettings', patch), options.settings);
  }
  if (options.textScale !== undefined) {
    await page.evaluate(
      (scale) => document.documentElement.style.setProperty('font-size', `${16 * scale}px`),
      options.textScale,
    );
  }
  await page.locator('main').waitFor();
  if (options.stopsClock === true) await page.clock.pauseAt(benchNowMs + 60_000);
  return {
    page,
    complaints,
    async close() {
      await keepPageCoverage(page);
      await page.close();
    },
  };
}
