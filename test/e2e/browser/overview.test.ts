/// <reference path="../../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { startBrowserBench, type BrowserBench, type OpenedPage, type PageOptions } from '../../support/browser-page.ts';
import { readCalls } from '../../support/page-calls.ts';

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

async function open(scenario: string, hash = '', more: Partial<PageOptions> = {}): Promise<Page> {
  opened = await bench.openPage({ surface: 'main-window', scenario, hash, ...more });
  return opened.page;
}

async function choose(page: Page, group: string, option: string): Promise<void> {
  await page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
}

const chartOf = (page: Page, name = 'Tokens per day') => page.getByRole('slider', { name });

describe('the overview', () => {
  it('asks again at once when the first day of the week changes', async () => {
    const page = await open('normal');
    await chartOf(page).waitFor();
    await page.getByRole('img', { name: /days with usage; the most on / }).waitFor();
    const asked = (await readCalls(page, 'overview')).length;
    await page.evaluate(async () => {
      const { value } = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
      const usage = { ...value.sections.usage, calendar: { dayStartHour: 0, weekStartsOn: 0 } };
      const change = { baseRevision: 1, revision: 2, generatedAtMs: Date.now() };
      window.fuelgaugeFake?.emit('snapshotChanged', { ...change, sections: { usage } });
    });
    await expect.poll(async () => (await readCalls(page, 'overview')).length).toBe(asked + 1);
  });

  it('shows five figures, a chart with its table and sentence, both heatmaps, and where the tokens went', async () => {
    const page = await open('normal');
    await chartOf(page).waitFor();
    expect(await page.getByLabel('Figures').locator('dt').allInnerTexts()).toEqual([
      'Tokens',
      'API-equivalent',
      'From cache',
      'Sessions',
      'Stopped by limits',
    ]);
    expect(await page.getByRole('table', { name: 'Tokens per day' }).locator('tbody tr').count()).toBe(30);
    expect(await page.getByText(/tokens; highest: .*Drag to zoom/).count()).toBe(1);
    await page.getByRole('img', { name: /^Most on / }).waitFor();
    await page.getByRole('img', { name: /days with usage; the most on / }).waitFor();
    expect(await page.locator('ol li').count()).toBeGreaterThan(3);
    expect(await readCalls(page, 'overview')).toEqual([
      { since: '2026-04-15', until: '2026-05-14', timeZone: null, source: null },
    ]);
  });

  it('keeps a year of days readable in a narrow window: it shows the newest, and the keyboard reaches the rest', async () => {
    const page = await open('normal', '', { width: 480, height: 700 });
    const days = page.getByRole('region', { name: /days with usage; the most on / });
    await days.waitFor();
    expect(
      await days
        .locator('text')
        .first()
        .evaluate((text) => text.getBoundingClientRect().height),
    ).toBeGreaterThan(9);
    const start = await days.evaluate((area) => area.scrollLeft);
    expect(await days.evaluate((area) => area.scrollWidth - area.clientWidth - area.scrollLeft)).toBeLessThan(2);
    await days.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => days.evaluate((area) => area.scrollLeft)).toBeLessThan(start);
    expect(await page.getByRole('region', { name: /^Most on / }).count()).toBe(0);
    await page.setViewportSize({ width: 1200, height: 700 });
    await expect.poll(() => days.count()).toBe(0);
  });

  it('starts all bars of the places at one line', async () => {
    const page = await open('normal');
    const bars = page.locator('ol .bar');
    await bars.first().waitFor();
    const starts = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().left));
    expect(starts.length).toBeGreaterThan(3);
    expect(new Set(starts).size).toBe(1);
  });

  it('gives the labels of its chart room as the text grows', async () => {
    const roomFor = (page: Page) =>
      page
        .locator('.u-over')
        .first()
        .evaluate((plot) => (plot as HTMLElement).offsetLeft);
    const page = await open('normal');
    await chartOf(page).waitFor();
    const usual = await roomFor(page);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px'));
    await expect.poll(() => roomFor(page)).toBe(2 * usual);
  });

  it('asks for what is chosen, and keeps it in its address', async () => {
    const page = await open('normal');
    await chartOf(page).waitFor();
    await choose(page, 'Range', 'All');
    await chartOf(page, 'Tokens per month').waitFor();
    await choose(page, 'Split by', 'Model');
    await choose(page, 'Show', 'Cost');
    await chartOf(page, 'API-equivalent cost per month').waitFor();
    expect((await readCalls(page, 'report')).at(-1)).toMatchObject({ by: 'month', split: 'model', since: null });
    expect(await page.evaluate(() => location.hash)).toBe('#overview?range=all&split=model&measure=cost');
    await choose(page, 'Step', 'Hour');
    await expect.poll(() => readCalls(page, 'hours')).toHaveLength(1);
  });

  it('lets the keyboard move along the bars, and describes each of them', async () => {
    const page = await open('normal');
    const chart = chartOf(page);
    await chart.focus();
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/^Thu, May 14, 2026: /);
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() => chart.getAttribute('aria-valuetext'))
      .toMatch(/^Wed, May 13, 2026: .*\stokens; Claude Code .*, Codex\s/);
    await page.keyboard.press('Home');
    await expect.poll(() => chart.getAttribute('aria-valuetext')).toMatch(/^Wed, Apr 15, 2026: /);
  });

  it('zooms into what is dragged over, and shows all again', async () => {
    const page = await open('normal');
    const box = (await chartOf(page).boundingBox())!;
    await page.mouse.move(box.x + 200, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 400, box.y + 100, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Show all' }).count()).toBe(0);
  });

  it('names what the sums do not include', async () => {
    const page = await open('normal');
    await page.getByText('No cost is known for gemini-3-pro-preview; the sums do not include it.').waitFor();
  });

  it('shows that numbers are still growing while the logs are read', async () => {
    const page = await open('first-scan');
    await page.getByText('Numbers grow while the logs are read.').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Reading logs' }).getAttribute('aria-valuenow')).toBe('42');
    await chartOf(page).waitFor();
  });

  it('takes a typed day once it is complete, in whatever order the days are', async () => {
    const page = await open('normal', '#overview?range=custom&since=2026-04-15&until=2026-05-14');
    await expect.poll(async () => (await readCalls(page, 'overview')).length).toBe(1);
    await page.getByLabel('To', { exact: true }).focus();
    await page.keyboard.type('03102026');
    expect((await readCalls(page, 'overview')).length).toBe(1);
    await page.keyboard.press('Enter');
    const range = { since: '2026-03-10', until: '2026-04-15' };
    await expect.poll(async () => (await readCalls(page, 'overview')).at(-1)).toMatchObject(range);
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe(range.since);
    await page.getByLabel('To', { exact: true }).fill('2026-04-20');
    await expect.poll(async () => (await readCalls(page, 'overview')).at(-1)).toMatchObject({ until: '2026-04-20' });
  });

  it('shows that a range is empty, and offers all time', async () => {
    const page = await open('quiet');
    await page.getByText('No usage in this range').waitFor();
    await page.getByRole('button', { name: 'Show all time' }).click();
    await page.getByText('as soon as an agent writes its first log').waitFor();
  });

  it('shows why loading failed, and tries again', async () => {
    const page = await open('error');
    await page.getByText('The ledger is locked.').first().waitFor();
    await page.evaluate(() => window.fuelgaugeFake?.fail('report', null));
    await page.getByRole('button', { name: 'Try again' }).last().click();
    await chartOf(page).waitFor();
    // The button is gone: the next key goes on from where it was, not from the top of the page.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  it('says that a heatmap could not be loaded, and tries that again', async () => {
    const page = await open('normal', '#limits');
    await page.evaluate(() => window.fuelgaugeFake?.fail('activity', 'The ledger is locked.'));
    await page
      .getByRole('link', { name: 'Overview' })
      .or(page.getByRole('button', { name: 'Overview' }))
      .click();
    await page.getByText('The ledger is locked.').waitFor();
    await page.evaluate(() => window.fuelgaugeFake?.fail('activity', null));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The ledger is locked.').waitFor({ state: 'detached' });
  });

  it('forgets a failure with the question', async () => {
    const page = await open('normal');
    await chartOf(page).waitFor();
    await page.evaluate(() => window.fuelgaugeFake?.fail('hours', 'The ledger is locked.'));
    await choose(page, 'Step', 'Hour');
    await page.getByText('The ledger is locked.').waitFor();
    await page.goBack();
    await page.getByText('The ledger is locked.').waitFor({ state: 'detached' });
  });

  it('keeps the choice of steps when there is no answer for one, and shows the next one without a retry', async () => {
    const page = await open('normal');
    await chartOf(page).waitFor();
    await page.evaluate(() => window.fuelgaugeFake?.fail('hours', 'The ledger is locked.'));
    await choose(page, 'Step', 'Hour');
    const section = page.getByRole('region', { name: 'Tokens per hour' });
    await section.getByText('The ledger is locked.').waitFor();
    expect(await page.getByText('The ledger is locked.').count()).toBe(1);
    await choose(page, 'Step', 'Week');
    await chartOf(page, 'Tokens per week').waitFor();
    expect(await page.getByText('The ledger is locked.').count()).toBe(0);
    expect(await page.getByRole('radio', { name: 'Week' }).evaluate((radio) => radio === document.activeElement)).toBe(
      true,
    );
  });

  it('reloads within half a minute while an agent is working', async () => {
    const page = await open('normal', '', { stopsClock: true });
    await chartOf(page).waitFor();
    const before = (await readCalls(page, 'overview')).length;
    for (let revision = 1; revision < 10; revision += 1) {
      await page.evaluate(async (baseRevision) => {
        const answer = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
        const { sections } = answer.value;
        const change = { baseRevision, revision: baseRevision + 1, generatedAtMs: Date.now() };
        window.fuelgaugeFake?.emit('snapshotChanged', { ...change, sections: { usage: sections.usage } });
      }, revision);
      await page.clock.runFor(5_000);
    }
    expect((await readCalls(page, 'overview')).length).toBe(before + 1);
  });
});
