import { describe, expect, it } from 'vitest';
import { defaultChoice } from '../../../../../renderer/features/history/choice.ts';
import { sortRows, toCell, toColumns, toPage } from '../../../../../renderer/features/history/table-model.ts';
import { usDollar } from '../../../../../shared/domain/money.ts';
import type { ReportRow } from '../../../../../shared/domain/report.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';

function makeRow(key: string, costMicroUsd: number | null): ReportRow {
  return {
    key,
    source: 'codex',
    split: '/home/ada/atlas',
    models: [],
    events: 1,
    unfinishedEvents: 0,
    usage: { ...emptyUsage, cacheCreation5mTokens: 2_000, cacheCreation1hTokens: 345 },
    costMicroUsd,
    unpricedModels: costMicroUsd === null ? ['m'] : [],
    firstAtMs: 0,
    lastAtMs: 0,
  };
}
const context = { nowMs: 0, today: '2026-05-14', timeZone: 'UTC', labelOf: () => 'Codex', currency: usDollar };

describe('sortRows', () => {
  const rows = [makeRow('b', 2), makeRow('c', null), makeRow('a', 3)];

  it('sorts in both directions and leaves the original unchanged', () => {
    expect(sortRows(rows, { column: 'key', isDescending: false }).map((row) => row.key)).toEqual(['a', 'b', 'c']);
    expect(sortRows(rows, { column: 'key', isDescending: true }).map((row) => row.key)).toEqual(['c', 'b', 'a']);
    expect(rows.map((row) => row.key)).toEqual(['b', 'c', 'a']);
  });

  it('puts unknown costs last in both directions', () => {
    expect(sortRows(rows, { column: 'cost', isDescending: false }).map((row) => row.key)).toEqual(['b', 'a', 'c']);
    expect(sortRows(rows, { column: 'cost', isDescending: true }).map((row) => row.key)).toEqual(['a', 'b', 'c']);
  });
});

describe('toPage', () => {
  const rows = Array.from({ length: 101 }, (_, index) => index);

  it('splits rows into pages, and stays within those that exist', () => {
    expect(toPage(rows, 0, 50).rows).toHaveLength(50);
    expect(toPage(rows, 9, 50)).toMatchObject({ rows: [100], page: 2, pages: 3 });
    expect(toPage([], 3, 50)).toEqual({ rows: [], page: 0, pages: 1 });
  });
});

describe('toCell', () => {
  it('rounds token classes, with the exact count as the title, and shows the total in full', () => {
    const row = makeRow('2026-05-14', 1);
    // Both kinds of cache writes together.
    expect(toCell(row, 'cacheWrite', defaultChoice, context)).toEqual({ text: '2.3K', title: '2,345' });
    expect(toCell(row, 'total', defaultChoice, context).text).toMatch(/^\d,\d{3}$/);
  });

  it('shows an unknown cost, and names the model', () => {
    const cell = toCell(makeRow('2026-05-14', null), 'cost', defaultChoice, context);
    expect(cell).toEqual({ text: null, title: 'No cost is known for m.' });
  });

  it('shortens a session and its project, and keeps both as titles', () => {
    const choice = { ...defaultChoice, by: 'session' } as const;
    const row = makeRow('01234567-89ab', 1);
    expect(toCell(row, 'key', choice, context)).toEqual({ text: '01234567', title: '01234567-89ab' });
    expect(toCell(row, 'split', choice, context)).toEqual({ text: 'atlas', title: '/home/ada/atlas' });
  });

  it.each([
    ['device', null, 'This machine'],
    ['device', 'wsl:Ubuntu', 'wsl:Ubuntu'],
    ['account', null, 'Unknown'],
    ['project', null, 'No project'],
  ] as const)('names a %s of %s', (by, key, text) => {
    expect(toCell({ ...makeRow('', 1), key }, 'key', { ...defaultChoice, by }, context).text).toBe(text);
  });
});

describe('toColumns', () => {
  it('has a column for the split only where rows are split', () => {
    const ids = (choice: Parameters<typeof toColumns>[0]): readonly string[] => toColumns(choice).map(({ id }) => id);
    expect(ids(defaultChoice)).not.toContain('split');
    expect(ids({ ...defaultChoice, split: 'model' })).toContain('split');
    expect(ids({ ...defaultChoice, by: 'session' }).slice(0, 2)).toEqual(['split', 'key']);
  });
});
