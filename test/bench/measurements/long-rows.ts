import type { Page } from 'playwright-core';
import { startBrowserBench } from '../../support/browser-page.ts';
import { toFigure, type Figure } from '../lib/figure.ts';
import { measureFrames } from '../lib/frames.ts';
import type { Measurement } from '../lib/measurement.ts';

/** The table of the main window with as many rows as nobody has. */
export const longRows: Measurement = {
  name: 'long-rows',
  title: 'The table of the main window with 100,000 rows: opening, sorting, filtering, unfolding, scrolling',
  needsDesktop: true,
  async measure(bench) {
    const rows = bench.size === 'full' ? 100_000 : 5_000;
    const browser = await startBrowserBench();
    try {
      const { page, close } = await browser.openPage({ surface: 'main-window', scenario: 'normal', hash: '#alerts' });
      await page.evaluate(giveRows, rows);
      const figures = [
        ...(await measureTable(page, '#explore?by=session&range=all', 'sessions', rows)),
        ...(await measureTable(page, '#explore?by=project&then=model&range=all', 'divided', rows / 10)),
        await time(
          page,
          'divided: all unfolded',
          () => page.getByRole('button', { name: 'Expand all' }).click(),
          rows + rows / 10,
        ),
        ...(await scroll(page, 'divided, unfolded')),
      ];
      await close();
      return figures;
    } finally {
      await browser.close();
    }
  },
};

async function measureTable(page: Page, hash: string, name: string, rows: number): Promise<readonly Figure[]> {
  const sort = page.getByRole('columnheader', { name: 'Cost' }).getByRole('button');
  const filter = page.getByLabel('Filter');
  const go = (): Promise<unknown> => page.evaluate((to) => (location.hash = to), hash);
  const figures = [
    await time(page, `${name}: answer to table`, go, rows),
    await time(page, `${name}: sorted`, () => sort.click(), rows),
    ...(await scroll(page, name)),
    await time(page, `${name}: filtered`, () => filter.fill('project-7'), null),
  ];
  await filter.fill('');
  return figures;
}

function scroll(page: Page, name: string): Promise<readonly Figure[]> {
  return measureFrames(page, `${name}, scrolled`, `document.querySelector('.viewport').scrollTop = frame * 2000`);
}

/** How long the page is busy with something: until a frame comes after its table has so many rows. */
async function time(page: Page, name: string, act: () => Promise<unknown>, rows: number | null): Promise<Figure> {
  const startedAt = performance.now();
  await act();
  if (rows !== null) await page.locator(`[role=table][aria-rowcount="${rows + 1}"]`).waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return toFigure(name, 'ms', performance.now() - startedAt);
}

/** Runs in the page: its host answers every report with so many rows, ten of each project. */
function giveRows(count: number): void {
  const usage = { cacheCreation5mTokens: 400, cacheCreation1hTokens: 0, cacheReadTokens: 90_000, reasoningTokens: 0 };
  const toRow = (id: number, key: string, also: readonly string[], split: string | null) => ({
    ...{ key, alsoKeys: also, source: 'claude-code', split, events: 3, unfinishedEvents: 0, unpricedModels: [] },
    ...{
      usage: { ...usage, inputTokens: id % 997, outputTokens: (id * 31) % 10_007 },
      costMicroUsd: (id * 17) % 9_973,
    },
    ...{ models: ['claude-opus-4-8'], firstAtMs: 1.77e12 - id * 6e4, lastAtMs: 1.77e12 - id * 6e4 },
  });
  const projectOf = (id: number): string => `/home/ada/work/project-${Math.floor(id / 10)}`;
  const ids = Array.from({ length: count }, (_, id) => id);
  const answers = {
    session: ids.map((id) => toRow(id, `session-${id}`, [], projectOf(id))),
    project: ids.map((id) => toRow(id, projectOf(id), [`model-${id % 10}`], null)),
  };
  const { events, unfinishedEvents, unpricedModels, usage: none, costMicroUsd } = toRow(0, '', [], null);
  const totals = { events, unfinishedEvents, unpricedModels, usage: none, costMicroUsd };
  const head = { generatedAtMs: 1.77e12, timeZone: 'UTC', totals };
  for (const [by, rows] of Object.entries(answers)) {
    const query = { by, split: 'none', since: null, until: null, timeZone: null, source: null };
    const alsoBy = by === 'project' ? { alsoBy: 'model' } : {};
    window.fuelgaugeFake?.answer('report', { ...head, rows, query: { ...query, ...alsoBy } }, { by });
  }
}
