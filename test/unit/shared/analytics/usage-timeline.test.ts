import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumTotals } from '../../../../shared/analytics/totals.ts';
import { createUsageTimeline, type UsageTimeline } from '../../../../shared/analytics/usage-timeline.ts';
import { hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import type { PriceBook } from '../../../../shared/ports/price-book.ts';
import { makeCell } from '../../../support/make-cell.ts';

const startMs = Date.parse('2026-05-01T10:00:00Z');
const hours = 4;

/** Prices every event of a known model, and counts how often it was asked. */
function createCountingBook(microUsd: number): PriceBook & { readonly asked: () => number } {
  let asked = 0;
  return {
    boundariesMs: [],
    costOf: ({ model, events }) => {
      asked += 1;
      return model === 'unpriced' ? null : events * microUsd;
    },
    asked: () => asked,
  };
}

function cellAt(atMs: number, patch: Partial<UsageCell> = {}): UsageCell {
  return makeCell({ at: new Date(atMs).toISOString(), ...patch });
}

/** Instants inside the slices, at their edges and outside of all of them. */
const instant = fc.integer({ min: -2 * 60, max: (hours + 2) * 60 }).map((halves) => startMs + halves * (minuteMs / 2));
/** Few minutes of few hours, so that slices are replaced often. A cell may begin later than its slice. */
const slice = fc
  .record({ hour: fc.nat(hours - 1), minute: fc.constantFrom(0, 1, 30, 59) })
  .map(({ hour, minute }) => startMs + hour * hourMs + minute * minuteMs);
const cells = fc.array(
  fc.record({
    laterMs: fc.constantFrom(0, 1, minuteMs / 2, minuteMs - 1),
    model: fc.constantFrom('a', 'b', 'unpriced'),
    events: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 3 },
);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('set' as const), slice, cells }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), hour: fc.nat(hours) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('price' as const), microUsd: fc.nat(9) }) },
);

function expectSame(timeline: UsageTimeline, all: readonly UsageCell[], book: PriceBook, from: number, to: number) {
  const within = all.filter(({ firstAtMs }) => firstAtMs >= from && firstAtMs < to);
  const sum = timeline.sumBetween(from, to);
  expect(sum.totals()).toEqual(sumTotals(within, book));
  expect(sum.models()).toEqual([...new Set(within.map(({ model }) => model))].sort());
  const times = within.map(({ firstAtMs }) => firstAtMs);
  expect(sum.span()).toEqual(
    times.length === 0 ? null : { firstAtMs: Math.min(...times), lastAtMs: Math.max(...times) },
  );
  expect(timeline.cellsBetween(from, to)).toEqual(within);
  const earlier = all.map(({ firstAtMs }) => firstAtMs).filter((atMs) => atMs < to);
  expect(timeline.lastBefore(to)).toBe(earlier.length === 0 ? null : Math.max(...earlier));
  const later = all.map(({ firstAtMs }) => firstAtMs).filter((atMs) => atMs >= from);
  expect(timeline.firstAtOrAfter(from)).toBe(later.length === 0 ? null : Math.min(...later));
}

describe('a usage timeline', () => {
  it('gives the same sums, cells and times as a plain list, whatever is replaced, dropped and priced', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.array(fc.tuple(instant, instant)), (steps, spans) => {
        let book: PriceBook = createCountingBook(1);
        const timeline = createUsageTimeline(() => book);
        const known = new Map<number, readonly UsageCell[]>();
        for (const action of steps) {
          if (action.kind === 'set') {
            const made = action.cells.map(({ laterMs, ...patch }) => cellAt(action.slice + laterMs, patch));
            timeline.setSlice(action.slice, made);
            if (made.length === 0) known.delete(action.slice);
            else known.set(action.slice, made);
          } else if (action.kind === 'drop') {
            const atMs = startMs + action.hour * hourMs;
            timeline.dropBefore(atMs);
            for (const sliceMs of known.keys()) if (sliceMs < atMs) known.delete(sliceMs);
          } else {
            book = createCountingBook(action.microUsd);
            timeline.dropSums();
          }
          const all = [...known].sort(([left], [right]) => left - right).flatMap(([, ofSlice]) => ofSlice);
          expect(timeline.isEmpty()).toBe(all.length === 0);
          expectSame(timeline, all, book, -Infinity, Infinity);
          for (const [from, to] of spans) expectSame(timeline, all, book, from, to);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('prices a cell once for all whole hours and minutes that are asked for', () => {
    const book = createCountingBook(1);
    const timeline = createUsageTimeline(() => book);
    for (const minute of [0, 1, 60, 61])
      timeline.setSlice(startMs + minute * minuteMs, [cellAt(startMs + minute * minuteMs)]);
    for (let time = 0; time < 3; time += 1) {
      expect(timeline.sumBetween(startMs, startMs + 2 * hourMs).totals().events).toBe(4);
      // A whole minute of an hour that is cut.
      expect(timeline.sumBetween(startMs + minuteMs, startMs + 2 * hourMs).totals().events).toBe(3);
    }
    expect(book.asked()).toBe(4);
    timeline.setSlice(startMs, [cellAt(startMs), cellAt(startMs)]);
    expect(timeline.sumBetween(startMs, startMs + 2 * hourMs).totals().events).toBe(5);
    expect(book.asked()).toBe(6);
  });
});
