import { describe, expect, it } from 'vitest';
import { addTotals, sumTotals } from '../../../../shared/analytics/totals.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

describe('sumTotals', () => {
  it('adds up tokens, events and costs', () => {
    const cells = [
      makeCell({ model: 'claude-opus-4-8', events: 2, unfinishedEvents: 1, usage: { inputTokens: 100 } }),
      makeCell({ model: 'claude-haiku-4-5', events: 3, usage: { outputTokens: 10, reasoningTokens: 4 } }),
    ];
    // 100x5 + 10x5
    expect(sumTotals(cells, listPrices)).toEqual({
      events: 5,
      unfinishedEvents: 1,
      usage: {
        inputTokens: 100,
        cacheCreation5mTokens: 0,
        cacheCreation1hTokens: 0,
        cacheReadTokens: 0,
        outputTokens: 10,
        reasoningTokens: 4,
      },
      costMicroUsd: 550,
      unpricedModels: [],
    });
  });

  it('names models without a price, and leaves them out of the cost', () => {
    const cells = [
      makeCell({ model: 'zeta', usage: { inputTokens: 1_000 } }),
      makeCell({ usage: { inputTokens: 100 } }),
      makeCell({ model: 'mimo-v2.5-pro', usage: { inputTokens: 1_000 } }),
    ];
    const totals = sumTotals(cells, listPrices);
    expect(totals).toMatchObject({ costMicroUsd: 500, unpricedModels: ['mimo-v2.5-pro', 'zeta'] });
    expect(totals.usage.inputTokens).toBe(2_100);
  });

  it('has an unknown cost, not a cost of zero, when nothing could be priced', () => {
    expect(sumTotals([makeCell({ model: 'mimo-v2.5-pro' })], listPrices).costMicroUsd).toBeNull();
    expect(sumTotals([], listPrices).costMicroUsd).toBe(0);
  });
});

describe('addTotals', () => {
  const priced = makeCell({ model: 'claude-opus-4-8', events: 2, unfinishedEvents: 1, usage: { inputTokens: 100 } });
  const other = makeCell({ model: 'claude-haiku-4-5', events: 3, usage: { inputTokens: 7, outputTokens: 10 } });
  const [zeta, mimo] = ['zeta', 'mimo-v2.5-pro'].map((model) => makeCell({ model, usage: { cacheReadTokens: 9 } }));

  it.each([
    ['priced cells', [priced, other]],
    ['cells without a price', [zeta, mimo, zeta]],
    ['both', [zeta, priced, mimo, other]],
    ['nothing', []],
  ])('is the same as the sum of %s', (_, cells) => {
    const known = cells.filter((cell) => cell !== undefined);
    const parts = known.map((cell) => sumTotals([cell], listPrices));
    expect(addTotals(parts)).toEqual(sumTotals(known, listPrices));
  });
});
