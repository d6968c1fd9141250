import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumHours, sumHoursOfWeek } from '../../../../shared/analytics/work-hours.ts';
import { maxPlaces, toSpanFigures, toSpendingPlaces } from '../../../../shared/analytics/overview.ts';
import { toPrecedingRange, toRange } from '../../../../shared/analytics/ranges.ts';
import { summarize } from '../../../../shared/analytics/summaries.ts';
import { addTotals } from '../../../../shared/analytics/totals.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

const everything = { by: 'day', split: 'none', since: null, until: null, timeZone: null, source: null } as const;

const anyCell: fc.Arbitrary<UsageCell> = fc
  .record({
    atMs: fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2026-12-31T00:00:00Z') }),
    model: fc.constantFrom('claude-opus-4-8', 'claude-haiku-4-5', 'gpt-5.5', 'unknown-model'),
    source: fc.constantFrom('claude-code', 'codex'),
    sessionId: fc.constantFrom('a', 'b', 'c'),
    project: fc.option(fc.constantFrom('/work/x', '/work/y')),
    tokens: fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6)),
  })
  .map(({ atMs, tokens: [inputTokens, cacheCreation5mTokens, cacheReadTokens, outputTokens], ...rest }) =>
    makeCell({
      ...rest,
      at: new Date(atMs).toISOString(),
      usage: { inputTokens, cacheCreation5mTokens, cacheReadTokens, outputTokens },
    }),
  );

describe('sums', () => {
  it.each(['UTC', 'Asia/Kolkata', 'America/New_York'])('equal those of the report, in %s', (timeZone) => {
    const calendar = createCalendar(timeZone);
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 80 }), (cells) => {
        const { totals } = summarize(cells, everything, calendar, listPrices, 0);
        expect(toSpanFigures(cells, listPrices, null).totals).toEqual(totals);
        expect(addTotals(sumHours(cells, calendar, listPrices))).toEqual(totals);
        const { places, otherPlaces } = toSpendingPlaces(cells, listPrices);
        expect(addTotals([...places, otherPlaces])).toEqual(totals);
        const hours = sumHoursOfWeek(cells, calendar, listPrices);
        expect(hours.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(totalTokens(totals.usage));
        expect(hours.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0)).toBe(totals.costMicroUsd ?? 0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('toSpanFigures', () => {
  it('counts sessions of each source, and projects that are known', () => {
    const cells = [
      makeCell({ usage: { inputTokens: 1_000_000 } }),
      makeCell({ source: 'codex', project: null }),
      makeCell({ sessionId: 'session-2', project: '/home/ada/other', usage: { cacheReadTokens: 1_000_000 } }),
    ];
    // A million tokens of input cost 5 dollars, read from the cache 50 cents.
    expect(toSpanFigures(cells, listPrices, 2)).toMatchObject({
      sessions: 3,
      projects: 2,
      cacheSavedMicroUsd: 4_500_000,
      limitStops: 2,
    });
  });
});

describe('toSpendingPlaces', () => {
  it('lists the most expensive first and sums up the others', () => {
    const cells = Array.from({ length: maxPlaces + 2 }, (_, index) =>
      makeCell({ project: `/work/${index}`, usage: { outputTokens: 1_000 * (index + 1) } }),
    );
    const { places, otherPlaces } = toSpendingPlaces(cells, listPrices);
    expect(places).toHaveLength(maxPlaces);
    expect(places[0]).toMatchObject({ project: `/work/${maxPlaces + 1}`, events: 1 });
    expect(otherPlaces.usage.outputTokens).toBe(3_000);
  });

  it('lists those with the most tokens even if nothing is known of their cost', () => {
    const priced = Array.from({ length: maxPlaces + 2 }, (_, index) =>
      makeCell({ project: `/work/${index}`, usage: { outputTokens: 1_000 * (index + 1) } }),
    );
    const unpriced = makeCell({ project: '/work/free', model: 'unknown-model', usage: { inputTokens: 9_000_000 } });
    const { places, otherPlaces } = toSpendingPlaces([...priced, unpriced], listPrices);
    expect(places.at(-1)).toMatchObject({ project: '/work/free', costMicroUsd: null });
    expect(addTotals([...places, otherPlaces]).usage).toMatchObject({ inputTokens: 9_000_000 });
    expect(new Set(places.map(({ project }) => project)).size).toBe(places.length);
  });
});

describe('ranges', () => {
  const calendar = createCalendar('UTC');
  const extent = { firstAtMs: Date.parse('2026-02-03T10:00:00Z'), lastAtMs: Date.parse('2026-05-01T00:00:00Z') };

  it('are bounded by the ledger where the query is not', () => {
    expect(toRange({ since: null, until: null }, calendar, extent)).toEqual({
      since: '2026-02-03',
      until: '2026-05-01',
    });
    expect(toRange({ since: '2026-04-01', until: null }, calendar, null)).toBeNull();
    expect(toRange({ since: '2026-06-01', until: null }, calendar, extent)).toBeNull();
  });

  it('have one before them that is as long', () => {
    expect(toPrecedingRange({ since: '2026-03-01', until: '2026-03-30' })).toEqual({
      since: '2026-01-30',
      until: '2026-02-28',
    });
  });
});
