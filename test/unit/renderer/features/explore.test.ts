import { describe, expect, it } from 'vitest';
import { parseChoice, toExploreQuery } from '../../../../renderer/features/explore/choice.ts';
import {
  fitColumns,
  toWidth,
  sortRows,
  toUsualSorting,
  toCell,
  toCellTitle,
  usualColumns,
} from '../../../../renderer/features/explore/columns.ts';
import { parseColumns, parseSorting } from '../../../../renderer/features/explore/remembered.ts';
import { toExploreGroups } from '../../../../renderer/features/explore/groups.ts';
import { usDollar } from '../../../../shared/domain/money.ts';
import type { Report, ReportRow } from '../../../../shared/domain/report.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const context = { labelOf: (source: string) => source, timeZone: 'UTC', nowMs };

function makeRow(key: string | null, tokens: number, patch: Partial<ReportRow> = {}): ReportRow {
  return {
    key,
    source: 'codex',
    split: null,
    models: ['m'],
    events: 1,
    unfinishedEvents: 0,
    usage: { ...emptyUsage, outputTokens: tokens },
    costMicroUsd: tokens,
    unpricedModels: [],
    firstAtMs: nowMs - 60_000,
    lastAtMs: nowMs,
    ...patch,
  };
}

function toRows(rows: readonly ReportRow[], parameters: Readonly<Record<string, string>>) {
  return toExploreGroups({ rows } as Report, parseChoice(parameters), context).map(({ row }) => row);
}

describe('the rows of a report', () => {
  it('folds worktrees into their repository where the path tells', () => {
    const rows = [
      makeRow('/w/shop', 1),
      makeRow('/w/shop/.claude/worktrees/a', 2),
      makeRow('/w/shop-2', 4, { costMicroUsd: null }),
    ];
    expect(
      toRows(rows, { by: 'repository' }).map(({ key, usage, costMicroUsd }) => [key, usage.outputTokens, costMicroUsd]),
    ).toEqual([
      ['/w/shop', 3, 3],
      ['/w/shop-2', 4, null],
    ]);
    expect(toRows(rows, { by: 'project' })).toHaveLength(3);
  });

  it('names a session after its project and start, and joins its folders', () => {
    const rows = [
      makeRow('0123456789', 1, { split: '/w/other' }),
      makeRow('0123456789', 2, { split: '/w/shop', events: 5 }),
    ];
    expect(toRows(rows, { by: 'session' })).toMatchObject([
      { name: 'shop, 10:19 AM', title: '/w/shop · 0123456789', events: 6, usage: { outputTokens: 3 } },
    ]);
  });

  it('says when sessions of other years began to the minute, since there are several in a day', () => {
    const [row] = toRows([makeRow('0123456789', 1, { split: '/w/shop', firstAtMs: nowMs - 200 * 86_400_000 })], {
      by: 'session',
    });
    expect(row?.name).toBe('shop, Oct 26, 2025, 10:20 AM');
    expect(row?.name.slice(-row.kept)).toBe(', Oct 26, 2025, 10:20 AM');
  });

  it('keeps the time in the name of a session where there is no room for all of it', () => {
    const [row] = toRows([makeRow('0123456789', 1, { split: '/w/shop' })], { by: 'session' });
    expect(row?.name.slice(-row.kept)).toBe(', 10:19 AM');
    expect(toRows([makeRow('/w/shop', 1)], { by: 'project' })[0]?.kept).toBe(0);
  });

  it('tells folders of the same name apart', () => {
    const rows = [makeRow('/w/shop/app', 1), makeRow('/w/atlas/app', 2), makeRow('/w/notes', 3)];
    expect(toRows(rows, { by: 'project' }).map(({ name }) => name)).toEqual(['app (shop)', 'app (atlas)', 'notes']);
  });

  it('shows the sessions of one row only', () => {
    const rows = [
      makeRow('s1', 1, { alsoKeys: ['/w/shop/.claude/worktrees/a'], split: '/w/shop' }),
      makeRow('s2', 2, { alsoKeys: ['/w/other'] }),
      makeRow('s3', 4, { alsoKeys: [null] }),
    ];
    expect(toRows(rows, { of: 'repository', key: '/w/shop', source: 'codex' }).map(({ key }) => key)).toEqual(['s1']);
    expect(toRows(rows, { of: 'project', source: 'codex' }).map(({ key }) => key)).toEqual(['s3']);
  });

  it('says what has no project or branch', () => {
    expect(toRows([makeRow(null, 1)], { by: 'project' })[0]?.name).toBe('No project');
    expect(toRows([makeRow(null, 1)], { by: 'branch' })[0]?.name).toBe('No branch');
  });
});

describe('the choice', () => {
  it('asks for the sessions of a row by a further key', () => {
    const bounds = { since: '2026-05-01', until: null };
    expect(toExploreQuery(parseChoice({ of: 'repository', key: 'x', source: 'codex' }), bounds)).toMatchObject({
      by: 'session',
      alsoBy: 'project',
      source: 'codex',
    });
    expect(toExploreQuery(parseChoice({ by: 'repository' }), bounds)).toMatchObject({ by: 'project', split: 'none' });
    expect(parseChoice({ by: 'nonsense' }).by).toBe('project');
    expect(toExploreQuery(parseChoice({ of: 'project', key: 'x' }), bounds).source).toBeNull();
  });
});

it.each([
  ['session', 'last'],
  ['day', 'name'],
  ['model', 'total'],
])('a table by %s begins with its rows by %s', (grouping, by) => {
  expect(toUsualSorting(grouping)).toEqual({ by, isDescending: true });
});

it('days are sorted by their time, not by their names', () => {
  const rows = toRows([makeRow('2026-05-13', 1), makeRow('2027-01-05', 1), makeRow('2025-11-02', 1)], { by: 'day' });
  const keys = sortRows(rows, { by: 'name', isDescending: true }).map(({ key }) => key);
  expect(keys).toEqual(['2027-01-05', '2026-05-13', '2025-11-02']);
});

describe('the columns', () => {
  it('yield from the least important on, and stand in their order', () => {
    expect(fitColumns(usualColumns, 300, 1)).toEqual(['total']);
    expect(fitColumns(usualColumns, 480, 1)).toEqual(['last', 'total', 'cost']);
    expect(fitColumns(usualColumns, 2_000, 1)).toEqual(['source', 'last', 'total', 'cost', 'cached', 'input', 'output', 'cacheWrite', 'cacheRead']); // prettier-ignore
    expect(fitColumns(usualColumns, 480, 2)).toEqual([]);
  });

  it('are as wide as their heading, which is longer in some languages', () => {
    expect(toWidth('cacheWrite', 'Cache write')).toBeLessThan(toWidth('cacheWrite', 'Cache-Schreiben'));
    expect(toWidth('cacheWrite', 'Cache-Schreiben')).toBeGreaterThan(120);
    expect(toWidth('cacheRead', 'キャッシュ書き込み')).toBeGreaterThan(140);
    expect(toWidth('total', 'x')).toBe(122);
  });

  it('are remembered without those that are no longer known', () => {
    expect(parseColumns('cost,gone,total')).toEqual(['total', 'cost']);
    expect(parseColumns(null)).toEqual(usualColumns);
  });

  it('remember their order, if its column is still known', () => {
    expect(parseSorting('cost,asc')).toEqual({ by: 'cost', isDescending: false });
    expect(parseSorting('name,desc')).toEqual({ by: 'name', isDescending: true });
    expect([parseSorting('gone,asc'), parseSorting(null), parseSorting('')]).toEqual([null, null, null]);
  });

  it('mark a cost that lacks that of some models', () => {
    const [row] = toRows([makeRow('a', 1, { costMicroUsd: 1_230_000, unpricedModels: ['m'] })], { by: 'project' });
    const context = { nowMs, timeZone: 'UTC', currency: usDollar };
    expect([toCell(row!, 'cost', context), toCellTitle(row!, 'cost', context)]).toEqual([
      '$1.23+',
      'No cost is known for m.',
    ]);
  });

  it('sort with unknown values last in both directions', () => {
    const rows = toRows([makeRow('a', 1, { costMicroUsd: null }), makeRow('b', 2), makeRow('c', 3)], { by: 'project' });
    const keysOf = (isDescending: boolean) => sortRows(rows, { by: 'cost', isDescending }).map(({ key }) => key);
    expect([keysOf(true), keysOf(false)]).toEqual([
      ['c', 'b', 'a'],
      ['b', 'c', 'a'],
    ]);
  });

  it('say why a cost is unknown', () => {
    const [row] = toRows([makeRow('a', 1, { costMicroUsd: null, unpricedModels: ['m'] })], { by: 'project' });
    const context = { nowMs, timeZone: 'UTC', currency: usDollar };
    expect([toCell(row!, 'cost', context), toCellTitle(row!, 'cost', context)]).toEqual([
      null,
      'No cost is known for m.',
    ]);
    expect([toCell(row!, 'cached', context), toCellTitle(row!, 'cached', context)]).toEqual([null, null]);
  });

  it('say more exactly on hover what they round, and how the cost is meant', () => {
    const [row] = toRows([makeRow('a', 1_234_567)], { by: 'project' });
    const context = { nowMs, timeZone: 'UTC', currency: usDollar };
    expect([toCell(row!, 'total', context), toCellTitle(row!, 'total', context)]).toEqual(['1.2M', '1,234,567']);
    expect(toCellTitle(row!, 'cost', context)).toMatch(/^API-equivalent/);
    expect(toCellTitle(row!, 'last', context)).toMatch(/\d{4}/);
  });
});
