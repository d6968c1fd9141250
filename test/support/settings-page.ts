import type { Page } from 'playwright-core';
import type { BrowserBench, OpenedPage } from './browser-page.ts';
import { readCalls } from './page-calls.ts';

/** Opens the settings of the main window over the fake host, and waits for their first section. */
export async function openSettings(bench: BrowserBench): Promise<OpenedPage> {
  const opened = await bench.openPage({ surface: 'main-window', scenario: 'normal', hash: '#settings' });
  await opened.page.getByRole('heading', { name: 'General' }).waitFor();
  return opened;
}

/** The patches that a page has sent, in order. */
export async function readPatches(page: Page): Promise<readonly unknown[]> {
  return readCalls(page, 'updateSettings');
}

/** Fills the field with this label, and presses Enter. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel(label, { exact: true }).press('Enter');
}
