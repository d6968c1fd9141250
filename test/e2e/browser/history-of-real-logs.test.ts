/// <reference path="../../fakes/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report, ReportQuery } from '../../../shared/domain/report.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { benchNowMs, startBrowserBench, type BrowserBench, type OpenedPage } from '../../support/browser-page.ts';
import { useEngines } from '../../support/engines.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
let bench: BrowserBench;
let opened: OpenedPage | null = null;

beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());
afterEach(() => opened?.close());

const everything: ReportQuery = { by: 'day', split: 'none', since: null, until: null, timeZone: null, source: null };

/** A row as Claude Code writes it, without the folder that it ran in. */
function withoutFolder(line: string): string {
  const { cwd: _cwd, ...row } = JSON.parse(line) as { cwd: string };
  return `${JSON.stringify(row)}\n`;
}

/** Opens the history on a report that the engine has made of real log files. */
async function openOn(lines: string, query: Partial<ReportQuery>): Promise<Page> {
  const home = newFolder();
  await writeLog(claudeFile(home), lines);
  const engine = engines.open(home);
  await engine.start('once');
  const report: Report = engine.report({ ...everything, ...query });
  opened = await bench.openPage({ surface: 'history', scenario: 'normal' });
  const { page } = opened;
  await page.getByRole('listbox').waitFor();
  await page.evaluate((answer) => window.fuelgaugeFake?.answer('report', answer), report);
  return page;
}

async function choose(page: Page, group: string, option: string): Promise<void> {
  await page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
}

const atMs = benchNowMs - 60_000;

describe('usage whose log does not say where it ran', () => {
  const lines = withoutFolder(claudeLine({ id: 1, atMs })) + claudeLine({ id: 2, atMs, project: '/home/ada/shop' });

  it('has no project in the chart', async () => {
    const page = await openOn(lines, { split: 'project' });
    await choose(page, 'Split by', 'Project');
    await expect.poll(() => page.locator('.legend li').allInnerTexts()).toEqual(['No project', 'shop']);
  });

  it('has no project in the table', async () => {
    const page = await openOn(lines, { by: 'project' });
    await choose(page, 'Group by', 'Project');
    await expect.poll(() => page.locator('tbody th').allInnerTexts()).toEqual(['No project', 'shop']);
    expect(await page.locator('tbody th span[title]').first().getAttribute('title')).toContain('in which folder');
  });
});
