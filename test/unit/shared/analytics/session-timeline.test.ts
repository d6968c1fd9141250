import { describe, expect, it } from 'vitest';
import { toTimelineGrain, toTimelinePoints } from '../../../../shared/analytics/session-timeline.ts';
import { dayMs, hourMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

describe('toTimelineGrain', () => {
  it.each([
    [hourMs, 1_000],
    [dayMs, 15_000],
    [10 * dayMs, 60_000],
    [100 * dayMs, quarterHourMs],
  ])('of %d ms is %d ms, which divides a quarter of an hour', (spanMs, grainMs) => {
    expect(toTimelineGrain(spanMs)).toBe(grainMs);
    expect(quarterHourMs % grainMs).toBe(0);
  });
});

describe('toTimelinePoints', () => {
  it('keeps models and subagents apart, in order, with the mean prompt of a response', () => {
    const cells = [
      makeCell({ at: '2026-05-01T10:05:00Z', usage: { inputTokens: 10, cacheReadTokens: 90, outputTokens: 7 } }),
      makeCell({ at: '2026-05-01T10:00:00Z', events: 2, usage: { inputTokens: 300 } }),
      makeCell({ at: '2026-05-01T10:00:00Z', isSidechain: true, model: 'unknown-model', usage: { inputTokens: 1 } }),
    ];
    const points = toTimelinePoints(cells, listPrices);
    expect(
      points.map(({ atMs, isSidechain, contextTokens, events }) => [atMs, isSidechain, contextTokens, events]),
    ).toEqual([
      [Date.parse('2026-05-01T10:00:00Z'), false, 150, 2],
      [Date.parse('2026-05-01T10:00:00Z'), true, 1, 1],
      [Date.parse('2026-05-01T10:05:00Z'), false, 100, 1],
    ]);
    expect(points[0]?.costMicroUsd).toBe(1_500);
    expect(points[1]?.costMicroUsd).toBeNull();
  });

  it('says where some of the cost in one step is not known', () => {
    const cells = [makeCell({ branch: 'a' }), makeCell({ branch: 'b' }), makeCell({ branch: 'a', at: '2026-05-01T11:00:00Z' })]; // prettier-ignore
    const book = { ...listPrices, costOf: ({ branch }: (typeof cells)[number]) => (branch === 'a' ? 5 : null) };
    expect(
      toTimelinePoints(cells, book).map(({ costMicroUsd, isCostPartial }) => [costMicroUsd, isCostPartial]),
    ).toEqual([
      [5, true],
      [5, false],
    ]);
  });

  it('adds up what falls into one step', () => {
    const cells = [
      makeCell({ branch: 'a', usage: { outputTokens: 1 } }),
      makeCell({ branch: 'b', usage: { outputTokens: 2 } }),
    ];
    expect(toTimelinePoints(cells, listPrices)).toMatchObject([{ events: 2, usage: { outputTokens: 3 } }]);
  });
});
