import { describe, expect, it } from 'vitest';
import { toCacheHabits } from '../../../../shared/analytics/cache-coach.ts';
import { sumCacheCosts } from '../../../../shared/analytics/cache-value.ts';
import { toCacheSaving } from '../../../../shared/domain/cache-saving.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

/** Claude Opus 4.8 per million tokens: input $5, writes $6.25 and $10, reads $0.50. */
const million = 1_000_000;

describe('sumCacheCosts', () => {
  it('prices the same tokens without a cache and with either lifetime', () => {
    const cells = [
      makeCell({ usage: { cacheCreation5mTokens: million, cacheReadTokens: 9 * million } }),
      makeCell({ usage: { cacheCreation1hTokens: million } }),
    ];
    const costs = sumCacheCosts(cells, listPrices);
    expect(costs).toEqual({
      listMicroUsd: 6_250_000 + 4_500_000 + 10_000_000,
      withoutCacheMicroUsd: 55_000_000,
      all5mMicroUsd: 2 * 6_250_000 + 4_500_000,
      all1hMicroUsd: 2 * 10_000_000 + 4_500_000,
      pricedShare: 1,
    });
    expect(toCacheSaving(costs)).toBe(55_000_000 - 20_750_000);
  });

  it('ignores what the log says of the cost, and says which share has a price', () => {
    const cells = [
      makeCell({ usage: { inputTokens: million }, loggedCostMicroUsd: 1, loggedCostEvents: 1 }),
      makeCell({ model: 'unknown-model', usage: { inputTokens: 3 * million } }),
    ];
    expect(sumCacheCosts(cells, listPrices)).toMatchObject({ listMicroUsd: 5_000_000, pricedShare: 0.25 });
  });

  it('is unknown where nothing has a price, and zero where nothing was used', () => {
    const cells = [makeCell({ model: 'unknown-model', usage: { inputTokens: 1 } })];
    expect(sumCacheCosts(cells, listPrices)).toMatchObject({ listMicroUsd: null, pricedShare: 0 });
    expect(toCacheSaving(sumCacheCosts(cells, listPrices))).toBeNull();
    expect(sumCacheCosts([], listPrices)).toMatchObject({ listMicroUsd: 0, pricedShare: 1 });
  });
});

describe('toCacheHabits', () => {
  const first = makeCell({ at: '2026-05-01T10:00:00Z', usage: { cacheCreation5mTokens: million } });
  const again = (at: string) => makeCell({ at, usage: { cacheCreation5mTokens: million, inputTokens: 10 } });

  it('sees a rebuild after a pause that is longer than the lifetime, and what it cost too much', () => {
    const [habit] = toCacheHabits([first, again('2026-05-01T10:06:00Z')], listPrices);
    expect(habit).toMatchObject({
      write5mTokens: 2 * million,
      rebuilds: 1,
      rebuiltTokens: million,
      avoidableRebuilds: 1,
      lostMicroUsd: 6_250_000 - 500_000,
      avoidableMicroUsd: 6_250_000 - 500_000,
    });
  });

  it('sees none within the lifetime, and none that is avoidable after an hour', () => {
    expect(toCacheHabits([first, again('2026-05-01T10:05:00Z')], listPrices)[0]).toMatchObject({ rebuilds: 0 });
    expect(toCacheHabits([first, again('2026-05-01T11:01:00Z')], listPrices)[0]).toMatchObject({
      rebuilds: 1,
      avoidableRebuilds: 0,
      avoidableMicroUsd: 0,
    });
  });

  it('takes the lifetime of an hour where the writes before had it', () => {
    const long = makeCell({ at: '2026-05-01T10:00:00Z', usage: { cacheCreation1hTokens: million } });
    expect(toCacheHabits([long, again('2026-05-01T10:30:00Z')], listPrices)[0]).toMatchObject({ rebuilds: 0 });
  });

  it('does not take a small write for a rebuild, nor another session for the same cache', () => {
    const small = makeCell({
      at: '2026-05-01T10:30:00Z',
      usage: { cacheCreation5mTokens: 1_000, cacheReadTokens: million },
    });
    const other = makeCell({
      at: '2026-05-01T10:30:00Z',
      sessionId: 'other',
      usage: { cacheCreation5mTokens: million },
    });
    expect(toCacheHabits([first, small, other], listPrices)[0]).toMatchObject({ rebuilds: 0, lostMicroUsd: 0 });
  });

  it('leaves out models without a cache, and knows no loss without a price', () => {
    expect(toCacheHabits([makeCell({ usage: { inputTokens: 5 } })], listPrices)).toEqual([]);
    const cells = [first, again('2026-05-01T10:06:00Z')].map((cell) => ({ ...cell, model: 'unknown-model' }));
    expect(toCacheHabits(cells, listPrices)[0]).toMatchObject({ rebuilds: 1, lostMicroUsd: null });
  });
});
