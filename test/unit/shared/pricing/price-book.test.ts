import { describe, expect, it } from 'vitest';
import type { PriceChoices } from '../../../../shared/domain/price-choices.ts';
import { createPriceBookFor } from '../../../../shared/pricing/list-prices.ts';
import { makeCell, type CellPatch } from '../../../support/make-cell.ts';

const million = 1_000_000;
const usage = { inputTokens: 1_000, outputTokens: 1_000 };

function costOf(choices: Partial<PriceChoices>, cell: CellPatch): number | null {
  return createPriceBookFor({ costMode: 'calculate', priceOverrides: [], modelAliases: [], ...choices }).costOf(
    makeCell({ usage, ...cell }),
  );
}

describe('own prices', () => {
  const own = { model: 'my-model', inputUsdPerMillion: 2, outputUsdPerMillion: 8 };

  it('price models that are not in the list', () => {
    expect(costOf({}, { model: 'my-model' })).toBeNull();
    // 1000x2 + 1000x8
    expect(costOf({ priceOverrides: [own] }, { model: 'my-model' })).toBe(10_000);
  });

  it('take precedence over aliases, which take precedence over the list', () => {
    const model = 'claude-opus-4-8';
    // Listed at $5/$25: 1000x5 + 1000x25
    expect(costOf({}, { model })).toBe(30_000);
    // Haiku 4.5 is $1/$5.
    const modelAliases = [{ model, pricedAs: 'claude-haiku-4-5' }];
    expect(costOf({ modelAliases }, { model })).toBe(6_000);
    expect(costOf({ modelAliases, priceOverrides: [{ ...own, model }] }, { model })).toBe(10_000);
  });

  it('apply to the exact name only, whatever its case', () => {
    const priceOverrides = [own];
    const modelAliases = [{ model: 'other', pricedAs: 'claude-haiku-4-5' }];
    expect(costOf({ priceOverrides }, { model: ' My-Model ' })).toBe(10_000);
    for (const model of ['my-model-2', 'my-mode', 'openai/my-model', 'my-model-20260101', 'others', '']) {
      expect(costOf({ priceOverrides, modelAliases }, { model }), model).toBeNull();
    }
  });

  it('apply whatever the tier, speed, region and prompt size', () => {
    const priceOverrides = [{ ...own, model: 'gpt-5.5' }];
    for (const cell of [
      { tier: 'priority' },
      { tier: 'flex' },
      { speed: 'fast' },
      { isRegional: true },
      { contextClass: 272_000 },
    ] as const) {
      expect(costOf({ priceOverrides }, { model: 'gpt-5.5', ...cell }), JSON.stringify(cell)).toBe(10_000);
    }
  });

  it('derive missing cache prices', () => {
    const classes = ['cacheReadTokens', 'cacheCreation5mTokens', 'cacheCreation1hTokens'] as const;
    const cacheCosts = (override: PriceChoices['priceOverrides'][number]): readonly (number | null)[] =>
      classes.map((name) =>
        costOf({ priceOverrides: [override] }, { model: override.model, usage: { [name]: million } }),
      );
    // Like input, at $2 per million.
    expect(cacheCosts(own)).toEqual([2_000_000, 2_000_000, 2_000_000]);
    // A tenth, one and a quarter and two times the input's $2.
    expect(cacheCosts({ ...own, model: 'claude-next' })).toEqual([200_000, 2_500_000, 4_000_000]);
    expect(
      cacheCosts({
        ...own,
        model: 'claude-next',
        cacheReadUsdPerMillion: 0,
        cacheWrite5mUsdPerMillion: 3,
        cacheWrite1hUsdPerMillion: 0.003625,
      }),
    ).toEqual([0, 3_000_000, 3_625]);
  });

  it('may be zero, which is not the same as unknown', () => {
    expect(
      costOf(
        { priceOverrides: [{ model: 'llama', inputUsdPerMillion: 0, outputUsdPerMillion: 0 }] },
        { model: 'llama' },
      ),
    ).toBe(0);
  });

  it('keep the web search fee of Claude models', () => {
    const priceOverrides = [{ ...own, model: 'claude-opus-4-8' }];
    expect(costOf({ priceOverrides }, { webSearchRequests: 3 })).toBe(40_000);
  });

  it('apply as given last', () => {
    const priceOverrides = [own, { ...own, outputUsdPerMillion: 1 }];
    expect(costOf({ priceOverrides }, { model: 'my-model' })).toBe(3_000);
  });
});

describe('aliases', () => {
  it('use all prices of the other model, at their date', () => {
    const modelAliases = [{ model: 'gateway-luna', pricedAs: 'gpt-5.6-luna' }];
    // $1/$6 before the price cut, $0.20/$1.20 after it.
    expect(costOf({ modelAliases }, { model: 'gateway-luna', at: '2026-07-29T23:59:59Z' })).toBe(7_000);
    expect(costOf({ modelAliases }, { model: 'gateway-luna', at: '2026-07-30T00:00:00Z' })).toBe(1_400);
  });

  it('lead to other aliases and to own prices', () => {
    const modelAliases = [
      { model: 'a', pricedAs: 'B' },
      { model: 'b', pricedAs: 'c' },
    ];
    const priceOverrides = [{ model: 'c', inputUsdPerMillion: 1, outputUsdPerMillion: 1 }];
    expect(costOf({ modelAliases, priceOverrides }, { model: 'a' })).toBe(2_000);
  });

  it('have no effect when they form a cycle', () => {
    const modelAliases = [
      { model: 'claude-opus-4-8', pricedAs: 'x' },
      { model: 'x', pricedAs: 'y' },
      { model: 'y', pricedAs: 'x' },
      { model: 'self', pricedAs: 'self' },
    ];
    expect(costOf({ modelAliases }, { model: 'claude-opus-4-8' })).toBe(30_000);
    for (const model of ['x', 'y', 'self']) expect(costOf({ modelAliases }, { model }), model).toBeNull();
  });

  it('leave a model without a price when they lead nowhere', () => {
    const modelAliases = [{ model: 'claude-opus-4-8', pricedAs: 'no-such-model' }];
    expect(costOf({ modelAliases }, { model: 'claude-opus-4-8' })).toBeNull();
  });
});

describe('cost modes', () => {
  const logged = { loggedCostMicroUsd: 77, loggedCostEvents: 1 };
  const zero = { loggedCostMicroUsd: 0, loggedCostEvents: 1 };
  const newModel = { model: 'no-such-model' };

  it.each([
    ['calculate', logged, 30_000],
    ['calculate', {}, 30_000],
    ['calculate', { ...newModel, ...logged }, null],
    ['calculate', { usage: { inputTokens: 0, outputTokens: 0 }, ...logged }, 77],
    ['calculate', { usage: { inputTokens: 0, outputTokens: 0 }, ...newModel, ...logged }, 77],
    ['calculate', { usage: { inputTokens: 0, outputTokens: 0 }, webSearchRequests: 1, ...logged }, 10_000],
    ['auto', logged, 77],
    ['auto', {}, 30_000],
    ['auto', { ...newModel, ...logged }, 77],
    ['auto', newModel, null],
    ['display', logged, 77],
    ['display', {}, null],
    ['display', { ...newModel, ...logged }, 77],
    // A log that says zero has not calculated the cost.
    ['auto', zero, 30_000],
    ['display', zero, null],
  ] as const)('%s takes %j for %s', (costMode, cell, microUsd) => {
    expect(costOf({ costMode }, cell)).toBe(microUsd);
  });

  it('do not treat part of a cost as the whole', () => {
    const part = { events: 2, loggedCostMicroUsd: 77, loggedCostEvents: 1 };
    expect(costOf({ costMode: 'auto' }, part)).toBe(30_000);
    expect(costOf({ costMode: 'display' }, part)).toBeNull();
  });
});
