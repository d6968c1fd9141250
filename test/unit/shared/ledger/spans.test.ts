import { describe, expect, it } from 'vitest';
import { groupFields } from '../../../../shared/domain/profile-fields.ts';
import { createSumPartMapper, endOfTimeMs, toSpans } from '../../../../shared/ledger/spans.ts';
import { makeCell } from '../../../support/make-cell.ts';

describe('toSpans', () => {
  const spans = (boundariesMs: readonly number[], fromMs?: number, toMs?: number) =>
    toSpans({ fromMs, toMs, boundariesMs, groupBy: [] }).map(({ startMs, endMs }) => [startMs, endMs]);

  it('covers all time unless told otherwise', () => {
    expect(spans([])).toEqual([[0, endOfTimeMs]]);
    expect(spans([], -5, 10)).toEqual([[0, 10]]);
    expect(spans([], 5, 10)).toEqual([[5, 10]]);
  });

  it('cuts at the boundaries inside', () => {
    expect(spans([7, 8], 5, 10)).toEqual([
      [5, 7],
      [7, 8],
      [8, 10],
    ]);
  });

  it('ignores boundaries at its ends and outside', () => {
    expect(spans([1, 5, 10, 11], 5, 10)).toEqual([[5, 10]]);
  });

  it('has none where there is no time', () => {
    expect(spans([], 5, 5)).toEqual([]);
    expect(spans([4], 5, 3)).toEqual([]);
  });
});

describe('createSumPartMapper', () => {
  const cell = makeCell({ sessionId: 's', project: '/p', branch: 'b', isSidechain: true, account: 'a', device: 'd' });

  it('keeps the fields that are grouped by, and moves the cell to its span', () => {
    expect(createSumPartMapper(groupFields)(cell, 7)).toEqual({ ...cell, startMs: 7 });
    const none = { sessionId: '', project: null, branch: null, isSidechain: false, account: null, device: null };
    expect(createSumPartMapper([])(cell, 7)).toEqual({ ...cell, ...none, startMs: 7 });
    expect(createSumPartMapper(['project'])(cell, 7)).toEqual({ ...cell, ...none, project: '/p', startMs: 7 });
  });
});
