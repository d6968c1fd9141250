import { describe, expect, it } from 'vitest';
import { hourMs } from '../../../../shared/domain/instant.ts';
import { holdParts } from '../../../../shared/forecast/hold-parts.ts';
import { makeForecast } from '../../../support/make-forecast.ts';

const flat = (tokens: number) => ({ p10: tokens, p25: tokens, p50: tokens, p75: tokens, p90: tokens });
const block = makeForecast({ startMs: 0, asOfMs: hourMs, endMs: 5 * hourMs });
const day = makeForecast({
  ...{ kind: 'day', source: null, startMs: -10 * hourMs, asOfMs: hourMs, endMs: 14 * hourMs },
  ...{ usedTokens: 7_000_000, tokens: flat(7_000_000), interval: { from: 7_000_000, to: 7_000_000 }, nothingMore: 1 },
});
const week = makeForecast({
  ...day,
  kind: 'week',
  endMs: 100 * hourMs,
  usedTokens: 9_000_000,
  tokens: flat(9_000_000),
});

describe('the day and the week', () => {
  it('hold at least what the block that runs in them still holds', () => {
    const [held, whole] = holdParts([block], [day, week]);
    // The block goes from 1M to 3M in the median, with 80 % to between 1.5M and 5M.
    expect(held?.tokens).toEqual({ p10: 7_200_000, p25: 8_000_000, p50: 9_000_000, p75: 10_000_000, p90: 12_000_000 });
    expect(held?.interval).toEqual({ from: 7_500_000, to: 11_000_000 });
    expect(held?.nothingMore).toBe(0.05);
    expect(whole?.tokens.p50).toBe(11_000_000);
  });

  it('hold its share until their end when it goes on after them', () => {
    const endMs = 3 * hourMs;
    expect(holdParts([block], [{ ...day, endMs }])[0]).toMatchObject({ tokens: { p50: 8_000_000 }, nothingMore: 1 });
  });

  it('stay as they are where they already hold more, or without a block', () => {
    const full = { ...day, tokens: flat(20_000_000), interval: { from: 20_000_000, to: 30_000_000 } };
    expect(holdParts([block], [full])[0]).toEqual({ ...full, nothingMore: 0.05 });
    expect(holdParts([], [day])).toEqual([day]);
    expect(holdParts([{ ...block, endMs: hourMs }], [day])).toEqual([day]);
  });
});
