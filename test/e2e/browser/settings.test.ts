/// <reference path="../../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { startBrowserBench, type BrowserBench, type OpenedPage } from '../../support/browser-page.ts';

let bench: BrowserBench;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  opened = await bench.openPage({ surface: 'history', scenario: 'normal', hash: '#settings' });
  page = opened.page;
  await page.getByRole('heading', { name: 'General' }).waitFor();
});
afterEach(() => opened.close());

/** The patches that the page has sent. */
async function readPatches(): Promise<readonly unknown[]> {
  const calls = await page.evaluate(() => window.fuelgaugeFake?.calls ?? []);
  return calls.filter(({ name }) => name === 'updateSettings').map(({ argument }) => argument);
}

async function type(label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.getByLabel(label).press('Enter');
}

describe('the settings', () => {
  it('save every change at once', async () => {
    await page.getByRole('switch', { name: 'Launch at login' }).click();
    await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
    await page.getByRole('radiogroup', { name: 'Tray icon colour' }).getByText('Light').click();
    await type('Time zone of days', 'europe/berlin');
    await page.getByRole('switch', { name: 'Notifications' }).click();
    await type('Thresholds', '95, 50 80');
    await page.getByLabel('Refresh').selectOption('30');
    await page.getByLabel('Claude plan').selectOption('custom');
    await type('Limit of a block', '1,500');
    await page.getByLabel('Unit of the limit').selectOption('tokens');
    await page.getByLabel('Reckon costs').selectOption('display');
    await type('Currency', 'eur');
    await page.getByText('Until then money shows in USD.').waitFor();
    await type('EUR in a US dollar', '0.92');
    await expect.poll(async () => (await readPatches()).length).toBe(12);
    expect(await readPatches()).toEqual([
      { launchAtLogin: true },
      { theme: 'dark' },
      { trayIconColor: 'light' },
      { timeZone: 'Europe/Berlin' },
      { notifications: false },
      { thresholdsPercent: [50, 80, 95] },
      { refreshCadence: 30 },
      { plan: 'custom' },
      { customBlockLimit: { unit: 'usd', value: 1500 } },
      { customBlockLimit: { unit: 'tokens', value: 1500 } },
      { costMode: 'display' },
      { currency: { code: 'EUR', perUsd: 0.92 } },
    ]);
    expect(await page.getByRole('switch', { name: 'Launch at login' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Time zone of days').inputValue()).toBe('Europe/Berlin');
  });

  it('stand as they were when a change is refused, and say so beside the control', async () => {
    await page.evaluate(() => window.fuelgaugeFake?.fail('updateSettings', 'the desktop allows no login items.'));
    const control = page.getByRole('switch', { name: 'Launch at login' });
    await control.click();
    await page.getByText('Not saved: the desktop allows no login items.').waitFor();
    expect(await control.isChecked()).toBe(false);
    await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
    await expect.poll(() => page.getByText('Not saved').count()).toBe(2);
    expect(await page.getByRole('radio', { name: 'Dark' }).first().isChecked()).toBe(false);
    await page.evaluate(() => window.fuelgaugeFake?.fail('updateSettings', null));
    await control.click();
    await expect.poll(() => page.getByText('Not saved').count()).toBe(1);
  });

  it('refuse what makes no sense before it is sent', async () => {
    await type('Thresholds', '75, 120');
    await page.getByText('Write whole numbers from 1 to 100, like 75, 90.').waitFor();
    await type('Time zone of days', 'Atlantis');
    await page.getByText('there is no time zone “Atlantis”').waitFor();
    expect(await page.getByLabel('Thresholds').getAttribute('aria-invalid')).toBe('true');
    expect(await readPatches()).toEqual([]);
  });

  it('add a folder, remove one and take it back', async () => {
    const held = { source: 'codex', path: '/mnt/old-laptop/.codex/sessions' };
    const chosen = { source: 'codex', path: '/home/ada/archive/agent-logs' };
    await page.getByLabel('Agent of the new folder').selectOption('codex');
    await page.getByRole('button', { name: 'Choose folder…' }).click();
    await page.getByText(chosen.path).waitFor();
    await page.getByRole('button', { name: 'Choose folder…' }).click();
    await page.getByText('this folder is in the list already').waitFor();
    await page.getByRole('button', { name: `Remove ${held.path}` }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    expect(await readPatches()).toEqual([
      { extraLogFolders: [held, chosen] },
      { extraLogFolders: [chosen] },
      { extraLogFolders: [chosen, held] },
    ]);
  });

  it('add an own price, replace it, remove it and take it back', async () => {
    const form = page.getByRole('form', { name: 'Add an own price' });
    const add = async (values: Readonly<Record<string, string>>): Promise<void> => {
      for (const [label, text] of Object.entries(values)) await form.getByLabel(label, { exact: true }).fill(text);
      await form.getByRole('button', { name: 'Add price' }).click();
    };
    await add({ Model: 'my-model', Input: '2', Output: '2,5' });
    await page.getByText('Output: write US dollars per million tokens, like 2.5.').waitFor();
    await add({ Output: '2.5', 'Cache read': '0.003625' });
    await page.getByText('Input $2, output $2.5, cache read $0.003625').waitFor();
    expect(await form.getByLabel('Model').inputValue()).toBe('');
    await add({ Model: 'My-Model', Input: '0', Output: '8' });
    await page.getByText('Input $0, output $8').waitFor();
    await page.getByRole('button', { name: 'Remove My-Model' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    const first = {
      model: 'my-model',
      inputUsdPerMillion: 2,
      outputUsdPerMillion: 2.5,
      cacheReadUsdPerMillion: 0.003625,
    };
    const second = { model: 'My-Model', inputUsdPerMillion: 0, outputUsdPerMillion: 8 };
    expect(await readPatches()).toEqual([
      { priceOverrides: [first] },
      { priceOverrides: [second] },
      { priceOverrides: [] },
      { priceOverrides: [second] },
    ]);
  });

  it('price a model as another', async () => {
    const form = page.getByRole('form', { name: 'Add a model priced as another' });
    await form.getByLabel('Model').fill('gateway-opus');
    await form.getByRole('button', { name: 'Add alias' }).click();
    await page.getByText('Write the names of both models.').waitFor();
    await form.getByLabel('Has the price of').fill('claude-opus-5');
    await form.getByLabel('Has the price of').press('Enter');
    await page.getByText('Priced as claude-opus-5').waitFor();
    expect(await readPatches()).toEqual([{ modelAliases: [{ model: 'gateway-opus', pricedAs: 'claude-opus-5' }] }]);
  });

  it('follow changes made elsewhere', async () => {
    const changed = { ...defaultSettings, thresholdsPercent: [60], notifications: false };
    await page.evaluate((settings) => window.fuelgaugeFake?.emit('settingsChanged', settings), changed);
    await expect.poll(() => page.getByLabel('Thresholds').inputValue()).toBe('60');
    expect(await page.getByRole('switch', { name: 'Notifications' }).isChecked()).toBe(false);
  });

  it('explain the costs, and show what was read', async () => {
    await page.getByText('API-equivalent', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show what was read' }).click();
    await page.getByText('Prices of Sat, May 2, 2026.').waitFor();
    expect(await page.getByText('Skipped: 31 synthetic, 2 not-json.').count()).toBeGreaterThan(0);
  });
});
