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

/** Opens the history on what the engine has read from real log files: its snapshot, and the reports for these queries. */
async function openOn(lines: string, hash: string, ...queries: readonly Partial<ReportQuery>[]): Promise<Page> {
  const home = newFolder();
  await writeLog(claudeFile(home), lines);
  const engine = engines.open(home, { clock: { nowMs: () => benchNowMs } });
  await engine.start('once');
  const reports: readonly Report[] = queries.map((query) => engine.report({ ...everything, ...query }));
  const overview = engine.overview(everything);
  opened = await bench.openPage({ surface: 'main-window', scenario: 'normal', hash: '#settings' });
  const { page } = opened;
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await page.evaluate(
    ([snapshot, answers, figures, address]) => {
      window.fuelgaugeFake?.answer('snapshot', snapshot);
      window.fuelgaugeFake?.answer('overview', figures);
      for (const report of answers) {
        const { by, split } = report.query;
        window.fuelgaugeFake?.answer('report', report, { by, split });
      }
      // A change that does not apply makes the page ask for the whole snapshot.
      window.fuelgaugeFake?.emit('snapshotChanged', { baseRevision: -1, revision: 0, generatedAtMs: 0, sections: {} });
      location.hash = address;
    },
    [engine.snapshot(), reports, overview, hash] as const,
  );
  return page;
}

function readNames(page: Page): Promise<readonly string[]> {
  return page.getByRole('rowheader').allInnerTexts();
}

const atMs = benchNowMs - 60_000;

describe('usage whose log names no folder', () => {
  const lines = withoutFolder(claudeLine({ id: 1, atMs })) + claudeLine({ id: 2, atMs, project: '/home/ada/shop' });

  it('has no project in the chart', async () => {
    const page = await openOn(lines, '#overview?split=project', { split: 'project' });
    await expect.poll(() => page.locator('.legend li').allInnerTexts()).toEqual(['No project', 'shop']);
  });

  it('has no project in the table', async () => {
    const page = await openOn(lines, '#explore?by=project&range=all', { by: 'project' });
    await expect.poll(async () => [...(await readNames(page))].sort()).toEqual(['No project', 'shop']);
    expect(
      await page
        .getByRole('button', { name: 'No project' })
        .getByTitle(/which folder/)
        .count(),
    ).toBe(1);
  });
});

describe('thousands of models without a price', () => {
  const lines = Array.from({ length: 2_000 }, (_, id) => {
    const name = `private-model-${String(id).padStart(4, '0')}`;
    return claudeLine({ id, atMs: atMs - id, model: name });
  }).join('');

  it('are shown in the overview as five names and a count, and in a table of which a screenful is built', async () => {
    const page = await openOn(lines, '#overview?range=all', { by: 'month' }, { by: 'model' });
    const notice = page.getByText('No cost is known for').first();
    await expect
      .poll(() => notice.innerText())
      .toBe(
        'No cost is known for private-model-0000, private-model-0001, private-model-0002, private-model-0003, ' +
          'private-model-0004, and 1,995 more; the sums do not include it.',
      );
    await page.evaluate(() => (location.hash = '#explore?by=model&range=all'));
    await page.getByText('2,000 rows · ').waitFor();
    expect(await page.locator('*').count()).toBeLessThan(2_200);
  });

  it('do not make the settings long', async () => {
    const page = await openOn(lines, '#settings');
    await page.getByRole('heading', { name: 'Cost' }).waitFor();
    await expect.poll(() => page.locator('datalist option[value^=private-model]').count()).toBe(100);
    expect(await page.locator('*').count()).toBeLessThan(2_200);
  });
});

describe('usage of another year', () => {
  const lines = ['2025-11-02T12:00:00Z', '2026-05-13T12:00:00Z', '2027-01-05T12:00:00Z']
    .map((at, id) => claudeLine({ id, atMs: Date.parse(at), session: `session-${id}`, output: 9_000 }))
    .join('');

  it('is shown with its year in the table', async () => {
    const page = await openOn(lines, '#explore?by=day&range=all', {}, { by: 'session', split: 'project' });
    await expect.poll(() => readNames(page)).toEqual(['Tue, Jan 5, 2027', 'Wed, May 13, 2026', 'Sun, Nov 2, 2025']);
    await page.evaluate(() => (location.hash = '#explore?by=session&range=all'));
    await expect
      .poll(() => page.locator('.cell.last').allInnerTexts())
      .toEqual(['Jan 5, 2027', 'Wed 12:00 PM', 'Nov 2, 2025']);
  });
});

describe('names that would reorder the text around them, or contain control characters', () => {
  const evil = '\u202e\u2067\u200f\u0007\u001b[2Jodd-';
  const lines = [1, 2]
    .map((id) =>
      claudeLine({
        id,
        atMs,
        model: `model-${evil}${id}`,
        project: `/home/ada/${evil}shop-${id}`,
        session: `s${evil}${id}`,
      }),
    )
    .join('');

  it.each([
    '#overview?range=all&split=model',
    '#overview?range=all&split=project',
    '#explore?range=all&by=session',
    '#explore?range=all&by=project',
    '#explore?range=all&by=model',
  ])('are shown without these characters at %s', async (hash) => {
    const page = await openOn(
      lines,
      hash,
      { by: 'month', split: 'model' },
      { by: 'month', split: 'project' },
      { by: 'session', split: 'project' },
      { by: 'project' },
      { by: 'model' },
    );
    await page.getByText('odd-').first().waitFor();
    expect(await readUnsafeTexts(page)).toEqual([]);
  });

  it('are shown without these characters in the popover and in the diagnosis', async () => {
    const home = newFolder();
    await writeLog(claudeFile(home), lines);
    const engine = engines.open(home, { clock: { nowMs: () => benchNowMs } });
    await engine.start('once');
    const answers = [engine.snapshot(), engine.doctor({ source: null })] as const;
    for (const surface of ['popover', 'main-window'] as const) {
      opened = await bench.openPage({ surface, scenario: 'normal', hash: '#settings' });
      const { page } = opened;
      await page.evaluate(([snapshot, doctor]) => {
        window.fuelgaugeFake?.answer('snapshot', snapshot);
        window.fuelgaugeFake?.answer('doctor', doctor);
        window.fuelgaugeFake?.emit('snapshotChanged', {
          baseRevision: -1,
          revision: 0,
          generatedAtMs: 0,
          sections: {},
        });
      }, answers);
      if (surface === 'main-window') await page.getByRole('button', { name: 'Show what was read' }).click();
      await page.getByText('odd-').first().waitFor();
      expect(await readUnsafeTexts(page)).toEqual([]);
      await opened.close();
    }
    opened = null;
  });
});

/** Every visible or spoken text and attribute of the page that contains what must not be shown. */
function readUnsafeTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const unsafe = /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
    const attributes = ['title', 'aria-label', 'aria-valuetext', 'alt', 'placeholder'];
    return [...document.querySelectorAll('body *')]
      .flatMap((element) => [
        ...attributes.map((name) => element.getAttribute(name) ?? ''),
        ...[...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '')),
      ])
      .filter((text) => unsafe.test(text));
  });
}
