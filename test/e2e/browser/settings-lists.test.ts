import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsPatch } from '../../../shared/settings/schema.ts';
import { startBrowserBench, type BrowserBench, type OpenedPage } from '../../support/browser-page.ts';
import { openSettings, readPatches } from '../../support/settings-page.ts';

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

describe('settings that are lists', () => {
  it('take status pages of one’s own, and ask those of the providers again without any', async () => {
    const address = page.getByLabel('Address of a status page');
    await address.fill('http://status.example.com');
    await page.getByRole('button', { name: 'Add page' }).click();
    await page.getByText('Enter an address such as https://status.example.com.').waitFor();
    await address.fill('status.example.com/history');
    await page.getByRole('button', { name: 'Add page' }).click();
    await page.getByRole('button', { name: 'Remove https://status.example.com' }).click();
    await expect.poll(async () => (await readPatches(page)).length).toBe(2);
    const patches = (await readPatches(page)) as SettingsPatch[];
    expect(patches.map(({ alertChoices }) => alertChoices?.incident.pages)).toEqual([
      ['https://status.example.com'],
      null,
    ]);
  });

  it('name projects and hide them, each once', async () => {
    const folder = page.getByLabel('Folder', { exact: true });
    await page.getByRole('button', { name: 'Add name' }).click();
    await page.getByText('Enter a folder and a name.').waitFor();
    await folder.fill('/home/ada/shop*');
    await page.getByLabel('Project name', { exact: true }).fill('Shop');
    await page.getByRole('button', { name: 'Add name' }).click();
    await page.getByText('is called “Shop”').waitFor();
    await page.getByLabel('Folder to hide').fill('secret');
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await page.getByText('is hidden').waitFor();
    expect(await readPatches(page)).toEqual([
      { projects: { names: [{ folder: '/home/ada/shop*', name: 'Shop' }], hidden: [] } },
      { projects: { names: [{ folder: '/home/ada/shop*', name: 'Shop' }], hidden: ['secret'] } },
    ]);
    await page.getByLabel('Folder to hide').fill('secret');
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await page.getByText('This folder is already in the list.').waitFor();
    expect(await readPatches(page)).toHaveLength(2);
  });

  it('note the use of AI sites and apps only where that is switched on, with own entries and rates', async () => {
    const section = page.getByRole('region', { name: 'AI sites, apps and tools' });
    const switchOf = (name: string) => section.getByRole('switch', { name });
    for (const name of ['AI sites in browser histories', 'Time with AI apps', 'AI tools in shells'])
      await switchOf(name).click();
    expect(await switchOf('Let an extension without a token send').count()).toBe(0);
    await switchOf('Receive from the browser extension').click();
    await switchOf('Let an extension without a token send').click();
    const site = section.getByRole('form', { name: 'More sites' });
    await site.getByLabel('Domain').fill('https://example.com/?q=1');
    await site.getByRole('button', { name: 'Add site' }).click();
    await section.getByText('Not saved. Enter a domain such as example.com').waitFor();
    await site.getByLabel('Domain').fill('https://AI.example.com/');
    await site.getByLabel('US dollars per hour').fill('0.5');
    await site.getByRole('button', { name: 'Add site' }).click();
    await section.getByText('ai.example.com · Chat, about $0.50 per hour').waitFor();
    const app = section.getByRole('form', { name: 'More apps' });
    await app.getByLabel('Program name').fill('my-app');
    await app.getByLabel('Kind of use').selectOption('code');
    await app.getByRole('button', { name: 'Add app' }).click();
    await section.getByText('as of Thu, Nov 26, 2026').waitFor();
    const rates = section.getByRole('form', { name: 'Hourly rates' });
    await rates.getByLabel('Rate of').selectOption('claude.ai');
    await rates.getByLabel('US dollars per hour').fill('1.25');
    await rates.getByRole('button', { name: 'Set rate' }).click();
    await section.getByText('$1.25 per hour, your own estimate (otherwise $0.60 per hour)').waitFor();
    const patches = (await readPatches(page)) as readonly SettingsPatch[];
    expect(patches.map(({ activity }) => activity)).toHaveLength(8);
    expect(patches.at(-1)?.activity).toMatchObject({
      ...{ sites: true, apps: true, commands: true, receiver: true, unpairedExtension: true },
      ownSites: [{ domain: 'ai.example.com', label: 'ai.example.com', category: 'chat', usdPerHour: 0.5 }],
      ownApps: [{ name: 'my-app', label: 'my-app', category: 'code', usdPerHour: 0 }],
      rates: [{ name: 'claude.ai', usdPerHour: 1.25 }],
    });
  });

  it('add a folder, remove one and undo that', async () => {
    const held = { source: 'codex', path: '/mnt/old-laptop/.codex/sessions' };
    const chosen = { source: 'codex', path: '/home/ada/archive/agent-logs' };
    await page.getByLabel('Agent of the new folder').selectOption('codex');
    await page.getByRole('button', { name: 'Choose folder…' }).click();
    await page.getByText(chosen.path).waitFor();
    await page.getByRole('button', { name: 'Choose folder…' }).click();
    await page.getByText('This folder is already in the list').waitFor();
    await page.getByRole('button', { name: `Remove ${held.path}` }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
    // Undo is one key press away, and focus never jumps back to the top of the page.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor({ state: 'detached' });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe(`Remove ${held.path}`);
    expect(await readPatches(page)).toEqual([
      { extraLogFolders: [held, chosen] },
      { extraLogFolders: [chosen] },
      { extraLogFolders: [chosen, held] },
    ]);
  });

  it('name the machine of a new folder', async () => {
    await page.getByLabel('Agent of the new folder').selectOption('claude-code');
    await page.getByLabel('Machine, if not this one').fill(' old laptop ');
    await page.getByRole('button', { name: 'Choose folder…' }).click();
    await page.getByText('Claude Code, from old laptop').waitFor();
    expect(await page.getByLabel('Machine, if not this one').inputValue()).toBe('');
    const [patch] = (await readPatches(page)) as readonly SettingsPatch[];
    expect(patch?.extraLogFolders?.at(-1)).toEqual({
      source: 'claude-code',
      path: '/home/ada/archive/agent-logs',
      device: 'old laptop',
    });
  });

  it('add a custom price, replace it, remove it and undo that', async () => {
    const form = page.getByRole('form', { name: 'Add a custom price' });
    const add = async (values: Readonly<Record<string, string>>): Promise<void> => {
      for (const [label, text] of Object.entries(values)) await form.getByLabel(label, { exact: true }).fill(text);
      await form.getByRole('button', { name: 'Add price' }).click();
    };
    await add({ Model: 'my-model', Input: '2', Output: 'two' });
    await page.getByText('Output: enter US dollars per million tokens, such as 2.5.').waitFor();
    await add({ Output: '2,5', 'Cache read': '0.003625' });
    await page.getByText('Input $2, output $2.50, cache read $0.003625').waitFor();
    expect(await form.getByLabel('Model').inputValue()).toBe('');
    await add({ Model: 'My-Model', Input: '0', Output: '8' });
    await page.getByText('Input $0, output $8').waitFor();
    await page.getByRole('button', { name: 'Remove My-Model' }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor({ state: 'detached' });
    const first = {
      model: 'my-model',
      inputUsdPerMillion: 2,
      outputUsdPerMillion: 2.5,
      cacheReadUsdPerMillion: 0.003625,
    };
    const second = { model: 'My-Model', inputUsdPerMillion: 0, outputUsdPerMillion: 8 };
    expect(await readPatches(page)).toEqual([
      { priceOverrides: [first] },
      { priceOverrides: [second] },
      { priceOverrides: [] },
      { priceOverrides: [second] },
    ]);
  });

  it('add a model alias', async () => {
    const form = page.getByRole('form', { name: 'Add a model alias' });
    await form.getByLabel('Model').fill('gateway-opus');
    await form.getByRole('button', { name: 'Add alias' }).click();
    await page.getByText('Enter the names of both models.').waitFor();
    await form.getByLabel('Priced as').fill('claude-opus-5');
    await form.getByLabel('Priced as').press('Enter');
    await page.getByText('Priced as claude-opus-5').waitFor();
    expect(await readPatches(page)).toEqual([{ modelAliases: [{ model: 'gateway-opus', pricedAs: 'claude-opus-5' }] }]);
  });
});
