/// <reference path="../../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toWindowOptions } from '../../../main/electron/windows/window-options.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { startBrowserBench, type BrowserBench, type OpenedPage } from '../../support/browser-page.ts';

let bench: BrowserBench;
let opened: OpenedPage | null = null;

beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  opened = null;
});
afterEach(() => opened?.close());

async function open(scenario: string, hash = ''): Promise<Page> {
  opened = await bench.openPage({ surface: 'main-window', scenario, hash });
  return opened.page;
}

/** The report queries that the page has sent. */
async function readQueries(page: Page): Promise<readonly Record<string, unknown>[]> {
  const calls = await page.evaluate(() => window.fuelgaugeFake?.calls ?? []);
  return calls.filter(({ name }) => name === 'report').map(({ argument }) => argument as Record<string, unknown>);
}

async function choose(page: Page, group: string, option: string): Promise<void> {
  await page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
}

describe('the history', () => {
  it('shows the last 30 days by source, in a chart, a sentence and a table', async () => {
    const page = await open('normal');
    const chart = page.getByRole('listbox', { name: 'Tokens per day' });
    await chart.waitFor();
    expect(await chart.getByRole('option').count()).toBe(30);
    expect(await page.getByText(/tokens on \d+ of 30 days; highest: /).count()).toBe(1);
    expect(await page.getByRole('columnheader').count()).toBe(8);
    expect(await readQueries(page)).toEqual([
      { by: 'day', split: 'none', since: '2026-04-15', until: null, timeZone: null, source: null },
    ]);
  });

  it('shows that numbers are still growing while the logs are read', async () => {
    const page = await open('first-scan');
    await page.getByText('Numbers grow while the logs are read.').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Reading logs' }).getAttribute('aria-valuenow')).toBe('42');
    await page.getByRole('listbox', { name: 'Tokens per day' }).waitFor();
  });

  it('requests the report that is chosen', async () => {
    const page = await open('normal');
    await page.getByRole('listbox').waitFor();
    await choose(page, 'Group by', 'Month');
    await page.getByLabel('Range').selectOption('all');
    await page.getByRole('listbox', { name: 'Tokens per month' }).waitFor();
    await choose(page, 'Split by', 'Model');
    await choose(page, 'Show', 'Cost');
    await page.getByRole('listbox', { name: 'API-equivalent cost per month' }).waitFor();
    await page.getByText('claude-opus-4-6').first().waitFor();
    expect((await readQueries(page)).at(-1)).toMatchObject({ by: 'month', split: 'model', since: null });
  });

  it('lets the keyboard move along the bars, and describes each of them', async () => {
    const page = await open('normal');
    const chart = page.getByRole('listbox');
    await chart.focus();
    const active = (): Promise<string | null | undefined> =>
      chart.evaluate((element) =>
        document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label'),
      );
    expect(await active()).toMatch(/^Thu, May 14, 2026: /);
    await page.keyboard.press('ArrowLeft');
    expect(await active()).toMatch(/^Wed, May 13, 2026: .* tokens; Claude Code .*, Codex /);
    await page.keyboard.press('Home');
    expect(await active()).toMatch(/^Wed, Apr 15, 2026: /);
    expect(await page.locator('.tooltip').innerText()).toContain('Apr 15');
  });

  it('sorts the table by any column', async () => {
    const page = await open('normal');
    await page.getByRole('button', { name: 'Total' }).click();
    const header = page.getByRole('columnheader', { name: 'Total' });
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
    const totals = async (): Promise<readonly number[]> =>
      (await page.locator('tbody td.total').allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
    const descending = await totals();
    expect(descending).toEqual([...descending].sort((a, b) => b - a));
    await page.getByRole('button', { name: 'Total' }).click();
    const ascending = await totals();
    expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
  });

  it('names what the sums do not include, and shows an unknown cost as unknown', async () => {
    const page = await open('normal');
    await page.getByText('No cost is known for gemini-3-pro-preview; the sums do not include it.').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Gemini CLI' }).first();
    expect(await row.locator('td.cost').innerText()).toContain('–');
  });

  it('stays usable with ten thousand sessions', async () => {
    const page = await open('large');
    await page.getByRole('listbox').waitFor();
    await choose(page, 'Group by', 'Session');
    await page.getByText('Page 1 of 200').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(50);
    expect(await page.getByText('Total of 10,000 rows').count()).toBe(1);
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('Page 2 of 200').waitFor();
    await page.getByRole('button', { name: 'Cost' }).click();
    await page.getByText('Page 1 of 200').waitFor();
    const cost = await page.locator('tbody td.cost').first().innerText();
    expect(cost).toMatch(/^\$\d/);
  });

  it.each(['Day', 'Week', 'Month', 'Session', 'Project', 'Model', 'Account', 'Device'])(
    'shows all columns of a table by %s in a window of the default size',
    async (group) => {
      const { width = 0, height = 0 } = toWindowOptions('main', 'linux', '#fff');
      opened = await bench.openPage({ surface: 'main-window', scenario: 'large', width, height });
      const { page } = opened;
      await page.getByRole('listbox').waitFor();
      await page.getByLabel('Range').selectOption('all');
      await choose(page, 'Group by', group);
      const isTimeline = group === 'Day' || group === 'Week' || group === 'Month';
      for (const split of isTimeline ? ['Source', 'Model', 'Project'] : [null]) {
        if (split !== null) await choose(page, 'Split by', split);
        const hasSplit = split === 'Model' || split === 'Project';
        const columns = isTimeline ? (hasSplit ? 9 : 8) : group === 'Session' ? 10 : 9;
        await expect.poll(() => page.getByRole('columnheader').count()).toBe(columns);
        const table = page.getByRole('region', { name: 'Usage table' });
        expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      }
    },
  );

  it('shows where it searched when nothing was found, and scans again', async () => {
    const page = await open('empty');
    await page.getByText('No usage found yet').waitFor();
    await page.getByText(/^Not found: Claude Code/).click();
    await page.getByText('/home/ada/.claude/projects').waitFor();
    await page.getByRole('button', { name: 'Scan again' }).click();
    const calls = await page.evaluate(() => window.fuelgaugeFake?.calls ?? []);
    expect(calls.filter(({ name }) => name === 'rescan')).toHaveLength(1);
    await page.evaluate(() => window.fuelgaugeFake?.fail('rescan', 'The disk is gone.'));
    await page.getByRole('button', { name: 'Scan again' }).click();
    await page.getByText('The disk is gone.').waitFor();
    await page.getByRole('button', { name: 'Add a folder…' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });

  it('shows errors, but not warnings', async () => {
    const page = await open('critical');
    await page.getByText('The disk is full').waitFor();
    expect(await page.getByText('could not be read').count()).toBe(0);
  });

  it('shows that a range is empty, and offers all time', async () => {
    const page = await open('quiet');
    await page.getByText('No usage in this range').waitFor();
    await page.getByRole('button', { name: 'Show all time' }).click();
    await page.getByText('as soon as an agent writes its first log').waitFor();
  });

  it('reloads within half a minute while an agent is working', async () => {
    opened = await bench.openPage({ surface: 'main-window', scenario: 'normal', stopsClock: true });
    const { page } = opened;
    await page.getByRole('listbox').waitFor();
    const before = (await readQueries(page)).length;
    for (let revision = 1; revision < 10; revision += 1) {
      await page.evaluate(async (baseRevision) => {
        const answer = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
        const { sections } = answer.value;
        const change = { baseRevision, revision: baseRevision + 1, generatedAtMs: Date.now() };
        window.fuelgaugeFake?.emit('snapshotChanged', { ...change, sections: { usage: sections.usage } });
      }, revision);
      await page.clock.runFor(5_000);
    }
    expect((await readQueries(page)).length).toBe(before + 1);
  });

  it('shows that the report is loading', async () => {
    const page = await open('loading');
    await page.getByText('Adding up…').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(1);
  });

  it('shows why loading failed, and tries again', async () => {
    const page = await open('error');
    await page.getByText('The ledger is locked.').waitFor();
    await page.evaluate(() => window.fuelgaugeFake?.fail('report', null));
    await page.getByRole('button', { name: 'Try again' }).last().click();
    await page.getByRole('listbox').waitFor();
  });
});

describe('the window', () => {
  it('starts with the view in its address and changes it on request', async () => {
    const page = await open('normal', '#settings');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await page.evaluate(() => window.fuelgaugeFake?.emit('viewRequested', 'history'));
    await page.getByRole('heading', { name: 'History', level: 1 }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('History');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: 'Settings' }).getAttribute('aria-current')).toBe('page');
  });
});
