import { describe, expect, it } from 'vitest';
import type { ReaderState } from '../../../../../shared/ports/cursor-store.ts';
import { readChangedRows } from '../../../../../shared/sources/lib/changed-rows.ts';
import type { DatabaseRow } from '../../../../../shared/sources/streams.ts';

const row = (number: number, updated: number): DatabaseRow => ({ row: number, updated });
const read = (rows: readonly DatabaseRow[] | null, state: ReaderState = null) =>
  readChangedRows({ select: () => rows, toRecords: () => [], pageRows: 3 }, state);

describe('rows that changed', () => {
  it('count as new only above the highest that was ever read, in whatever order they change', () => {
    const first = read([row(1, 10), row(7, 11), row(2, 12)]);
    expect(first).toMatchObject({
      rows: 3,
      isFirst: true,
      isLast: false,
      state: { updated: 12, row: 2, highestRow: 7 },
    });
    const second = read([row(7, 13), row(8, 13)], first.state);
    expect(second).toMatchObject({
      rows: 1,
      isFirst: false,
      isLast: true,
      state: { updated: 13, row: 0, highestRow: 8 },
    });
    expect(read([], second.state)).toMatchObject({ rows: 0, isLast: true, state: { updated: 13, highestRow: 8 } });
  });

  it('are none in a database of another kind', () => {
    expect(read(null)).toEqual({ records: [], state: null, rows: 0, isFirst: true, isLast: true });
  });
});
