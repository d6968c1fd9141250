/// <reference path="../../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import type { SettingsPatch } from '../../../shared/settings/schema.ts';
import { startBrowserBench, type BrowserBench, type OpenedPage } from '../../support/browser-page.ts';

let bench: BrowserBench;
beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());

/** The patches that a page has sent. */
async function readPatches(page: Page): Promise<readonly unknown[]> {
  const calls = await page.evaluate(() => window.fuelgaugeFake?.calls ?? []);
  return calls.filter(({ name }) => name === 'updateSettings').map(({ argument }) => argument);
}

describe('the settings as a whole', () => {
  let opened: OpenedPage;
  let page: Page;
  beforeEach(async () => {
    opened = await bench.openPage({ surface: 'main-window', scenario: 'normal', hash: '#settings' });
    page = opened.page;
    await page.getByRole('heading', { name: 'General' }).waitFor();
  });
  afterEach(() => opened.close());

  it('are found by words of labels and hints, by keyboard', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('cOLOR vision');
    await page.getByText('1 setting found').waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Appearance']);
    expect(await page.getByRole('radiogroup').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('switch', { name: 'Launch at login' }).waitFor();
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('zzz');
    await page.getByText('No setting matches these words.').waitFor();
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0);
  });

  it('are listed by section: a link leads to each, and the list follows the page and the search', async () => {
    const list = page.getByRole('navigation', { name: 'Settings' });
    const current = () => list.locator('[aria-current=location]').allInnerTexts();
    const titles = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(titles.length).toBeGreaterThan(10);
    expect(await list.getByRole('link').allInnerTexts()).toEqual(titles);
    expect(await current()).toEqual(['General']);
    // The command palette has the same.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search views and ranges' }).pressSequentially('settings ›');
    expect(await page.getByRole('dialog').getByRole('option').allInnerTexts()).toEqual(
      titles.map((title) => `Settings › ${title}`),
    );
    await page.keyboard.press('Escape');
    for (const name of ['Alert rules', titles.at(-1) ?? '', 'Alert rules']) {
      await list.getByRole('link', { name }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(current).toEqual([name]);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    }
    expect(new URL(page.url()).hash).toBe('#settings?section=alert-rules');
    await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0));
    await expect.poll(current).toEqual(['General']);
    // The address is the same already.
    await list.getByRole('link', { name: 'Alert rules' }).click();
    await expect.poll(current).toEqual(['Alert rules']);
    await page.goBack();
    await expect.poll(current).toEqual(titles.slice(-1));
    await page.keyboard.press('/');
    await page.keyboard.type('color vision');
    await expect.poll(() => list.getByRole('link').allInnerTexts()).toEqual(['Appearance']);
    expect(await current()).toEqual(['Appearance']);
  });

  it('are listed in a select where there is no room beside them', async () => {
    await page.setViewportSize({ width: 480, height: 600 });
    expect(await page.getByRole('navigation', { name: 'Settings' }).count()).toBe(0);
    await page.getByRole('combobox', { name: 'Settings', exact: true }).selectOption('Alert rules');
    const top = () => page.locator('#alert-rules').evaluate((section) => section.getBoundingClientRect().top);
    // Below what stays at the top.
    const bar = await page.getByRole('search').evaluate((search) => search.getBoundingClientRect().bottom);
    await expect.poll(top).toBeGreaterThan(bar);
    expect(await top()).toBeLessThan(bar + 40);
  });

  it('take back one change after the other, and a reset', async () => {
    const theme = page.getByRole('radiogroup', { name: 'Theme' });
    await theme.getByText('Dark').click();
    await page.getByRole('radiogroup', { name: 'Density' }).getByText('Compact').click();
    await page.getByText('Changed “Density”.').waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByText('Changed “Theme”.').waitFor();
    await page.getByRole('button', { name: 'Reset Appearance' }).click();
    await page.getByText('“Appearance” is back at its default.').waitFor();
    expect(await page.getByRole('button', { name: 'Reset Appearance' }).count()).toBe(0);
    expect(await page.locator(':focus').innerText()).toBe('Appearance');
    await page.getByRole('button', { name: 'Undo: Appearance' }).click();
    await expect.poll(() => theme.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Undo: Theme' }).press('Enter');
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Undone: Theme');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByRole('button', { name: 'Dismiss' }).count()).toBe(0);
    expect(await readPatches(page)).toEqual([
      { theme: 'dark' },
      { density: 'compact' },
      { density: 'comfortable' },
      { theme: 'system' },
      { theme: 'dark' },
      { theme: 'system' },
    ]);
  });

  it('are taken from a file once the person has seen what would change', async () => {
    const choose = (text: string) =>
      page.getByLabel('Import settings').setInputFiles({
        name: 'settings.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    await choose('{}');
    await page.getByText('“settings.json” is not a settings file that Fuelgauge exported.').waitFor();
    const held = [{ source: 'codex', path: '/mnt/old-laptop/.codex/sessions' }];
    const settings = { density: 'compact', theme: 'pink', extraLogFolders: held };
    await choose(JSON.stringify({ fuelgaugeSettings: 1, settings }));
    await page.getByText('Density: comfortable → compact').waitFor();
    await page.getByText('Theme is "pink"').waitFor();
    expect(await readPatches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use these settings' }).click();
    await page.getByText('The settings were imported.').waitFor();
    expect(await readPatches(page)).toEqual([{ density: 'compact' }]);
  });

  it('are exported, and what was read is shown before it is copied', async () => {
    const saved = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const create = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (file) => {
            if (file instanceof Blob) void file.text().then(resolve);
            return create(file);
          };
        }),
    );
    await page.getByRole('button', { name: 'Export settings' }).click();
    expect(JSON.parse(await saved)).toMatchObject({ fuelgaugeSettings: 1, settings: { extraLogFolders: [{}] } });
    await page.getByRole('button', { name: 'Diagnosis for a bug report' }).click();
    const text = page.locator('pre', { hasText: '"pricesDatedOn"' });
    await text.waitFor();
    expect(await text.innerText()).not.toContain('/home/');
  });

  it('record keys, refuse what is no shortcut, and show the figure at the tray icon as it will be', async () => {
    const recorder = page.getByRole('button', { name: 'Keys that open Fuelgauge' });
    await recorder.click();
    await page.keyboard.press('Shift+KeyF');
    await page.getByText('Press Ctrl, Alt or the command key').waitFor();
    await page.keyboard.press('Control+Shift+KeyF');
    await page.getByText('Control + Shift + F').waitFor();
    await recorder.click();
    await page.keyboard.press('Escape');
    await page.getByLabel('Figure next to the tray icon').selectOption('two-lines');
    await page.getByRole('img', { name: 'macOS, Near a limit: 19% · 2h 13m' }).waitFor();
    await page.getByRole('radiogroup', { name: 'Show the figure' }).getByText('Only near a limit').click();
    await page.getByRole('img', { name: 'Linux, Normal: Icon only' }).waitFor();
    await page.getByRole('button', { name: 'Remove the keys' }).click();
    await expect.poll(async () => (await readPatches(page)).length).toBe(4);
    const none = defaultSettings.desktop;
    expect(await readPatches(page)).toEqual([
      { desktop: { ...none, shortcut: 'Control+Shift+F' } },
      { desktop: { ...none, shortcut: 'Control+Shift+F', trayText: 'two-lines' } },
      { desktop: { ...none, shortcut: 'Control+Shift+F', trayText: 'two-lines', trayTextWhen: 'near' } },
      { desktop: { ...none, trayText: 'two-lines', trayTextWhen: 'near' } },
    ]);
  });
});

describe('the first run', () => {
  const change = { command: 'new', previousCommand: null, before: '{}\n', after: '{\n  "statusLine": {}\n}\n' };
  const settings = { desktop: { ...defaultSettings.desktop, showsWelcome: true } };

  it('shows what was found, asks for the plan at most, offers the exact change, and goes to the numbers', async () => {
    const opened = await bench.openPage({ surface: 'popover', scenario: 'normal', settings });
    const { page } = opened;
    const welcome = page.getByRole('region', { name: 'What Fuelgauge found' });
    await welcome.getByText('Details', { exact: true }).waitFor();
    // It is only a strip: the first account is visible below it, within the first 420 pixels.
    const account = page.getByRole('region', { name: 'Limits' }).getByRole('heading').first();
    expect((await account.boundingBox())?.y).toBeLessThan(360);
    await welcome.getByText('Details', { exact: true }).click();
    await welcome.getByText(/^391 files, /).waitFor();
    await welcome.getByText('/home/ada/.claude/projects').waitFor();
    expect(await welcome.getByRole('combobox').count()).toBe(1);
    await welcome.getByLabel('Which subscription do you have?').selectOption({ index: 1 });
    const value = { ...change, settingsFile: '/home/ada/.claude/settings.json' };
    await page.evaluate((answer) => window.fuelgaugeFake?.answer('previewStatusline', answer), {
      ok: true as const,
      value,
    });
    await welcome.getByRole('button', { name: 'Show the change…' }).click();
    await welcome.getByText(/^This changes .*settings\.json:$/).waitFor();
    await page.evaluate(() => window.fuelgaugeFake?.answer('findImports', []));
    await welcome.getByRole('button', { name: 'Got it' }).click();
    await welcome.waitFor({ state: 'detached' });
    const [, plan, done] = (await readPatches(page)) as SettingsPatch[];
    expect(plan?.plan).not.toBe(defaultSettings.plan);
    expect(done).toEqual({ desktop: defaultSettings.desktop });
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });

  it('is there while logs are read, and nowhere later', async () => {
    const first = await bench.openPage({ surface: 'popover', scenario: 'first-scan', settings });
    await first.page.getByText('Still reading.').waitFor();
    // What has not been looked for yet is not absent.
    expect(await first.page.getByText(/^Not found:/).count()).toBe(0);
    await first.close();
    const later = await bench.openPage({ surface: 'popover', scenario: 'normal' });
    await later.page.getByRole('region', { name: 'Today' }).waitFor();
    expect(await later.page.getByText('What Fuelgauge found').count()).toBe(0);
    await later.close();
  });
});
