import { describe, expect, it } from 'vitest';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import { createLedgerEventMapper } from '../../../../shared/ledger/ledger-event.ts';
import { createCellSum, toCell, toCellIdentity } from '../../../../shared/ledger/sum-cells.ts';
import { hashText } from '../../../../shared/lib/hash-text.ts';
import { eventOf, sampleMs, usageOf } from '../../../support/ledger-samples.ts';
import { makeCell } from '../../../support/make-cell.ts';

function sumOf(...parts: readonly UsageCell[]): readonly UsageCell[] {
  const sum = createCellSum();
  for (const part of parts) sum.add(toCellIdentity(part), part);
  return sum.cells();
}

describe('createCellSum', () => {
  const counts = {
    events: 2,
    unfinishedEvents: 1,
    webSearchRequests: 3,
    loggedCostMicroUsd: 40,
    loggedCostEvents: 2,
    usage: { inputTokens: 5, outputTokens: 60 },
  };

  it('adds up what agrees in slice and dimensions', () => {
    const early = makeCell({ ...counts, firstAtMs: 100, lastAtMs: 200 });
    const late = makeCell({ ...counts, firstAtMs: 150, lastAtMs: 250 });
    const whole = {
      ...early,
      firstAtMs: 100,
      lastAtMs: 250,
      events: 4,
      unfinishedEvents: 2,
      webSearchRequests: 6,
      loggedCostMicroUsd: 80,
      loggedCostEvents: 4,
      usage: usageOf({ inputTokens: 10, outputTokens: 120 }),
    };
    expect(sumOf(early, late)).toEqual([whole]);
    expect(sumOf(late, early)).toEqual([whole]);
  });

  it('keeps slices, prompt sizes, dimensions, and costs that were logged or not apart, in a fixed order', () => {
    const parts = [
      makeCell(counts),
      makeCell({ ...counts, at: '2026-05-01T09:00:00Z', project: '/other' }),
      makeCell({ ...counts, contextClass: 200_000 }),
      makeCell({ ...counts, project: '/other' }),
      makeCell({ ...counts, loggedCostEvents: 0, loggedCostMicroUsd: 0 }),
    ];
    const sums = sumOf(...parts);
    expect(sums).toHaveLength(parts.length);
    expect(sums[0]).toEqual(parts[1]);
    expect(sumOf(...parts.toReversed())).toEqual(sums);
  });
});

describe('toCell', () => {
  const cellOf = (row: Parameters<typeof eventOf>[0]) =>
    toCell(createLedgerEventMapper(hashText)(eventOf(row), 'name'), minuteMs);

  it('counts one event in its slice', () => {
    const atMs = sampleMs - (sampleMs % minuteMs) + 7;
    const usage = usageOf({ inputTokens: 200_001 });
    expect(cellOf({ atMs, usage, isFinal: false, loggedCostMicroUsd: 12, webSearchRequests: 4 })).toMatchObject({
      contextClass: 200_000,
      startMs: atMs - 7,
      firstAtMs: atMs,
      lastAtMs: atMs,
      events: 1,
      unfinishedEvents: 1,
      usage,
      webSearchRequests: 4,
      loggedCostMicroUsd: 12,
      loggedCostEvents: 1,
    });
    expect(cellOf({ isFinal: true })).toMatchObject({
      contextClass: 0,
      unfinishedEvents: 0,
      loggedCostMicroUsd: 0,
      loggedCostEvents: 0,
    });
  });
});
