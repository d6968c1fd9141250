import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { startRendererSite, type RendererSite } from './renderer-site.ts';

/** How to open a page. */
export interface PageOptions {
  readonly surface: 'popover' | 'history';
  readonly scenario: string;
  /** `#settings` and the like. */
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  /** 2 is twice the text size. */
  readonly textScale?: number;
}

/** A page, and everything that it complained about. */
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

/** The moment at which all browser tests take place: a Thursday. */
export const benchNowMs = Date.parse('2026-05-14T10:20:00Z');

/** Starts the browser and the pages; close it when done. */
export async function startBrowserBench(): Promise<BrowserBench> {
  const site = await startRendererSite();
  const profile = await mkdtemp(join(tmpdir(), 'fuelgauge-browser-'));
  const context = await launch(profile);
  return {
    openPage: (options) => openPage(context, site, options),
    async close() {
      await context.close();
      await site.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function launch(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env['FUELGAUGE_BROWSER'] ?? '/usr/bin/chromium',
    headless: true,
    locale: 'en-US',
    timezoneId: 'UTC',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function openPage(context: BrowserContext, site: RendererSite, options: PageOptions): Promise<OpenedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  const isPopover = options.surface === 'popover';
  await page.setViewportSize({
    width: options.width ?? (isPopover ? 380 : 1040),
    height: options.height ?? (isPopover ? 600 : 720),
  });
  await page.emulateMedia({
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    forcedColors: options.forcedColors === true ? 'active' : 'none',
  });
  await page.clock.setFixedTime(benchNowMs);
  await page.goto(`${site.origin}/${options.surface}/index.html?scenario=${options.scenario}${options.hash ?? ''}`);
  if (options.textScale !== undefined) {
    await page.evaluate((scale) => document.documentElement.style.setProperty('font-size', `${16 * scale}px`), options.textScale);
  }
  await page.locator('main').waitFor();
  return { page, complaints, close: () => page.close() };
}
