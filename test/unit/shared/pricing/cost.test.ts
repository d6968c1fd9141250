import { describe, expect, it } from 'vitest';
import { toContextClass, type UsageCell } from '../../../../shared/domain/usage-cell.ts';
import { costAt } from '../../../../shared/pricing/cost.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { createPriceBook } from '../../../../shared/pricing/price-book.ts';
import type { PriceTable, Rates } from '../../../../shared/pricing/price-table.ts';
import { makeCell, type CellPatch } from '../../../support/make-cell.ts';

const million = 1_000_000;

/** All five billed classes, with numbers that are easy to multiply by hand. */
const mixed = {
  inputTokens: 1_000,
  cacheCreation5mTokens: 2_000,
  cacheCreation1hTokens: 3_000,
  cacheReadTokens: 40_000,
  outputTokens: 5_000,
};

/** Worked out by hand from the providers' pages: dollars per million tokens are micro-dollars per token. */
const golden: readonly (readonly [what: string, cell: CellPatch, microUsd: number])[] = [
  // 1000x5 + 2000x6.25 + 3000x10 + 40000x0.5 + 5000x25 = 5000 + 12500 + 30000 + 20000 + 125000
  ['Opus 4.8', { model: 'claude-opus-4-8', usage: mixed }, 192_500],
  // 1000x2 + 2000x2.5 + 3000x4 + 40000x0.2 + 5000x10 = 2000 + 5000 + 12000 + 8000 + 50000
  ['Sonnet 5', { model: 'claude-sonnet-5', usage: mixed, at: '2026-08-31T23:59:59Z' }, 77_000],
  // The same: the increase announced for that day was cancelled.
  ['Sonnet 5 after 2026-09-01', { model: 'claude-sonnet-5', usage: mixed, at: '2026-09-01T00:00:00Z' }, 77_000],
  // 1000x1 + 2000x1.25 + 3000x2 + 40000x0.1 + 5000x5 = 1000 + 2500 + 6000 + 4000 + 25000
  ['Haiku 4.5', { model: 'claude-haiku-4-5-20251001', usage: mixed }, 38_500],
  // 1000x10 + 2000x12.5 + 3000x20 + 40000x1 + 5000x50 = 10000 + 25000 + 60000 + 40000 + 250000
  ['Fable 5', { model: 'claude-fable-5', usage: mixed }, 385_000],
  // 1000x15 + 2000x18.75 + 3000x30 + 40000x1.5 + 5000x75 = 15000 + 37500 + 90000 + 60000 + 375000
  ['Opus 4.1', { model: 'claude-opus-4-1-20250805', usage: mixed }, 577_500],
  // A one-hour write costs twice the input: 1M x 2x5
  ['a one-hour write', { model: 'claude-opus-5', usage: { cacheCreation1hTokens: million } }, 10_000_000],
  // A five-minute write 1.25 times: 1M x 1.25x5
  ['a five-minute write', { model: 'claude-opus-5', usage: { cacheCreation5mTokens: million } }, 6_250_000],
  // No one-hour price in the list: 1M x 2x15
  [
    'a one-hour write, unlisted',
    { model: 'claude-4-opus-20250514', usage: { cacheCreation1hTokens: million } },
    30_000_000,
  ],
  // The list's own $6 for Claude 3 Opus contradicts the rule: 1M x 2x15
  [
    'a one-hour write, mislisted',
    { model: 'claude-3-opus-20240229', usage: { cacheCreation1hTokens: million } },
    30_000_000,
  ],
  // Fast Opus 4.8 is $10/$50, all classes twice: 2 x 192500
  ['fast Opus 4.8', { model: 'claude-opus-4-8', speed: 'fast', usage: mixed }, 385_000],
  // Fast Opus 4.6 was $30/$150: 1000x30 + 1000x150
  [
    'fast Opus 4.6',
    { model: 'claude-opus-4-6', speed: 'fast', usage: { inputTokens: 1_000, outputTokens: 1_000 } },
    180_000,
  ],
  // Sonnet has no fast mode: as standard, 5000x15
  ['fast Sonnet', { model: 'claude-sonnet-4-6', speed: 'fast', usage: { outputTokens: 5_000 } }, 75_000],
  // US-only inference costs 1.1 times: 192500 x 1.1
  ['regional Opus 4.8', { model: 'claude-opus-4-8', isRegional: true, usage: mixed }, 211_750],
  // Both factors: 192500 x 2 x 1.1
  ['regional and fast', { model: 'claude-opus-4-8', isRegional: true, speed: 'fast', usage: mixed }, 423_500],
  // 7 searches at $10 per 1,000, no factor on them: 70000 + 1000x5x1.1
  [
    'web searches',
    { model: 'claude-opus-5', isRegional: true, webSearchRequests: 7, usage: { inputTokens: 1_000 } },
    75_500,
  ],
  // Reasoning is a part of output: 5000x30, and nothing for the 4000 inside
  ['reasoning', { model: 'gpt-5.6-sol', usage: { outputTokens: 5_000, reasoningTokens: 4_000 } }, 150_000],
  // 1000x1.75 + 40000x0.175 + 5000x14 = 1750 + 7000 + 70000
  [
    'GPT-5.3 Codex',
    { model: 'gpt-5.3-codex', usage: { inputTokens: 1_000, cacheReadTokens: 40_000, outputTokens: 5_000 } },
    78_750,
  ],
  // Priority is $12.50/$75: 1000x12.5 + 1000x75
  [
    'priority GPT-5.5',
    { model: 'gpt-5.5', tier: 'priority', usage: { inputTokens: 1_000, outputTokens: 1_000 } },
    87_500,
  ],
  // Codex calls the same tier fast
  ['fast GPT-5.5', { model: 'gpt-5.5', speed: 'fast', usage: { inputTokens: 1_000, outputTokens: 1_000 } }, 87_500],
  // Agents do not wait for batches: what a log calls a batch is billed as standard
  ['batch Opus 4.8', { model: 'claude-opus-4-8', tier: 'batch', usage: mixed }, 192_500],
  // Flex is half: 1000x2.5 + 1000x15
  ['flex GPT-5.5', { model: 'gpt-5.5', tier: 'flex', usage: { inputTokens: 1_000, outputTokens: 1_000 } }, 17_500],
  // Before the price cut $1/$6: 1000x1 + 10000x0.1 + 1000x6
  [
    'GPT-5.6 Luna before 2026-07-30',
    {
      model: 'gpt-5.6-luna',
      at: '2026-07-29T23:59:59Z',
      usage: { inputTokens: 1_000, cacheReadTokens: 10_000, outputTokens: 1_000 },
    },
    8_000,
  ],
  // After it $0.20/$1.20: 1000x0.2 + 10000x0.02 + 1000x1.2
  [
    'GPT-5.6 Luna from 2026-07-30',
    {
      model: 'gpt-5.6-luna',
      at: '2026-07-30T00:00:00Z',
      usage: { inputTokens: 1_000, cacheReadTokens: 10_000, outputTokens: 1_000 },
    },
    1_600,
  ],
  // Before the price cut $2.50/$15, priority twice that: 1000x5 + 1000x30
  [
    'priority GPT-5.6 Terra before 2026-07-30',
    {
      model: 'gpt-5.6-terra',
      tier: 'priority',
      at: '2026-07-29T12:00:00Z',
      usage: { inputTokens: 1_000, outputTokens: 1_000 },
    },
    35_000,
  ],
  // 1000x1.4 + 40000x0.26 + 5000x4.4 = 1400 + 10400 + 22000; writes cost what input costs: 2000x1.4
  [
    'GLM-5.1',
    {
      model: 'GLM-5.1',
      usage: { inputTokens: 1_000, cacheReadTokens: 40_000, outputTokens: 5_000, cacheCreation5mTokens: 2_000 },
    },
    36_600,
  ],
  // 1000x0.435 + 40000x0.003625 + 5000x0.87 = 435 + 145 + 4350
  [
    'DeepSeek V4 Pro',
    { model: 'deepseek-v4-pro', usage: { inputTokens: 1_000, cacheReadTokens: 40_000, outputTokens: 5_000 } },
    4_930,
  ],
];

describe('costOf', () => {
  it.each(golden)('prices %s', (_, cell, microUsd) => {
    expect(listPrices.costOf(makeCell(cell))).toBe(microUsd);
  });

  it.each([
    // Sonnet 4.5: 100000x3 + 1000x15; above the threshold the whole request costs more: 100000x6 + 1000x22.5
    ['claude-sonnet-4-5', 199_999, 315_000],
    ['claude-sonnet-4-5', 200_000, 315_000],
    ['claude-sonnet-4-5', 200_001, 622_500],
    // GPT-5.5: 100000x5 + 1000x30, above 272,000: 100000x10 + 1000x45
    ['gpt-5.5', 200_001, 530_000],
    ['gpt-5.5', 272_000, 530_000],
    ['gpt-5.5', 272_001, 1_045_000],
    // Opus 4.8 has the same price for any prompt: 100000x5 + 1000x25
    ['claude-opus-4-8', 900_000, 525_000],
  ])('prices the whole request of %s by its prompt of %i tokens', (model, prompt, microUsd) => {
    const cell = makeCell({
      model,
      contextClass: toContextClass(prompt),
      usage: { inputTokens: 100_000, outputTokens: 1_000 },
    });
    expect(listPrices.costOf(cell)).toBe(microUsd);
  });

  it('prices the sum of a session at the price of short prompts', () => {
    const cell = makeCell({
      model: 'gpt-5.5',
      contextClass: toContextClass(900_000),
      usage: { inputTokens: 100_000, outputTokens: 1_000 },
      isSum: true,
    });
    expect(listPrices.costOf(cell)).toBe(530_000);
  });

  it('charges the long-prompt premium of Opus 4.6 only until 2026-03-13', () => {
    const long = { model: 'claude-opus-4-6', contextClass: 200_000, usage: { inputTokens: million } } as const;
    // 1M x 10, then 1M x 5
    expect(listPrices.costOf(makeCell({ ...long, at: '2026-03-12T23:59:59Z' }))).toBe(10_000_000);
    expect(listPrices.costOf(makeCell({ ...long, at: '2026-03-13T00:00:00Z' }))).toBe(5_000_000);
  });

  it('has no price for an unknown model, and none for what is free', () => {
    for (const model of ['mimo-v2.5-pro', 'codex-auto-review', 'glm-4.5-flash', 'llama3:8b', 'constructor', '']) {
      expect(listPrices.costOf(makeCell({ model, usage: mixed })), model).toBeNull();
    }
  });

  it('does not use the cost in the log', () => {
    const cell = makeCell({ usage: mixed, loggedCostEvents: 1, loggedCostMicroUsd: 0 });
    expect(listPrices.costOf(cell)).toBe(192_500);
  });

  it('uses the rates of the tier and of the prompt length', () => {
    const flat = (microUsd: number) => {
      const rate = microUsd * million;
      return { input: rate, output: rate, cacheRead: rate, cacheWrite5m: rate, cacheWrite1h: rate };
    };
    const longContext = { above: 200_000, rates: flat(20) } as const;
    const price = { provider: 'x', rates: flat(1), flex: flat(2), priority: flat(3), longContext };
    const cost = (
      of: typeof price & { longContext: { flex?: Rates } },
      tier: UsageCell['tier'],
      contextClass = 0,
    ): number => costAt(of, makeCell({ tier, contextClass: toContextClass(contextClass), usage: { inputTokens: 1 } }));
    const tiers = ['standard', 'flex', 'priority'] as const;
    expect(tiers.map((tier) => cost(price, tier))).toEqual([1, 2, 3]);
    expect(tiers.map((tier) => cost(price, tier, 200_001))).toEqual([20, 20, 20]);
    const withFlex = { ...price, longContext: { ...longContext, flex: flat(10) } };
    expect(tiers.map((tier) => cost(withFlex, tier, 200_001))).toEqual([20, 10, 20]);
  });

  it('bills fast serving by its own factor where there is one, and as priority elsewhere', () => {
    const rate = { input: million, output: million, cacheRead: million, cacheWrite5m: million, cacheWrite1h: million };
    const price = { provider: 'x', rates: rate, priority: { ...rate, input: 7 * million } } as const;
    const fast = makeCell({ speed: 'fast', usage: { inputTokens: 1 } });
    expect(costAt(price, fast)).toBe(7);
    expect(costAt({ ...price, fastPercent: 200 }, fast)).toBe(2);
  });

  it('rounds once, half up', () => {
    const cost = (cacheReadTokens: number): number | null =>
      listPrices.costOf(makeCell({ model: 'claude-opus-4-8', usage: { cacheReadTokens } }));
    // 0.5 a token: 0.5, 1.5
    expect([cost(0), cost(1), cost(3)]).toEqual([0, 1, 2]);
    // 0.003625 a token: 138 x 0.003625 = 0.50025, 137 x 0.003625 = 0.496625
    const deepseek = (cacheReadTokens: number): number | null =>
      listPrices.costOf(makeCell({ model: 'deepseek-v4-pro', usage: { cacheReadTokens } }));
    expect([deepseek(137), deepseek(138)]).toEqual([0, 1]);
    // 1 x 0.5 x 1.1 = 0.55
    expect(
      listPrices.costOf(makeCell({ model: 'claude-opus-4-8', isRegional: true, usage: { cacheReadTokens: 1 } })),
    ).toBe(1);
  });

  it('stays exact where floating point does not', () => {
    // 123,456,789,013 x 0.003625 = 447,530,860.172125
    const usage = { cacheReadTokens: 123_456_789_013 };
    expect(listPrices.costOf(makeCell({ model: 'deepseek-v4-pro', usage }))).toBe(447_530_860);
    // A sum beyond 2^53, whose last digits a float would lose:
    const table: PriceTable = {
      schema: 'fuelgauge.prices.v1',
      datedOn: '2026-08-01',
      source: { name: '', file: '', licence: '' },
      unit: 'pico-dollars per token',
      models: {
        odd: {
          provider: 'x',
          rates: { input: 1_000_003, output: 999_999, cacheRead: 1, cacheWrite5m: 1, cacheWrite1h: 1 },
        },
      },
    };
    // 10,000,000,001 x 1,000,003 + 10,000,000,001 x 999,999 = 20,000,020,002,000,002 pico = 20,000,020,002.000002
    const cell = makeCell({ model: 'odd', usage: { inputTokens: 10_000_000_001, outputTokens: 10_000_000_001 } });
    expect(createPriceBook(table, []).costOf(cell)).toBe(20_000_020_002);
  });
});
