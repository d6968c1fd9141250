import { describe, expect, it } from 'vitest';
import { buildBlocks } from '../../../../shared/analytics/blocks.ts';
import type { Baseline } from '../../../../shared/domain/baseline.ts';
import { toBaselines } from '../../../../shared/limits/baseline.ts';
import { createSeededRandom } from '../../../../shared/lib/seeded-random.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

const hour = 3_600_000;
const startMs = Date.parse('2026-05-01T00:00:00Z');

/** Blocks of these many output tokens, six hours apart; the last one is active. */
function blocksOf(outputs: readonly number[], patch: object = {}) {
  const cells = outputs.map((outputTokens, index) => {
    const atMs = startMs + index * 6 * hour;
    return makeCell({
      firstAtMs: atMs,
      lastAtMs: atMs,
      events: 2,
      usage: { outputTokens, cacheReadTokens: 1_000 },
      ...patch,
    });
  });
  return buildBlocks(cells, { nowMs: startMs + (outputs.length - 1) * 6 * hour + 1, book: listPrices });
}
const of = (baselines: readonly Baseline[], unit: Baseline['unit']) => baselines.find((each) => each.unit === unit)!;

describe('toBaselines', () => {
  const outputs = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110];

  it('is the 90th percentile of completed blocks, each unit by itself', () => {
    const baselines = toBaselines(blocksOf([...outputs, 1_000_000]));
    expect(of(baselines, 'tokens-in-out')).toMatchObject({
      source: 'claude-code',
      blocks: 11,
      p90: 100,
      range: { min: 10, max: 110 },
      provenance: 'measured',
    });
    expect(of(baselines, 'tokens').p90).toBe(1_100);
    expect(of(baselines, 'requests').p90).toBe(2);
  });

  it('is not said before five blocks', () => {
    const four = of(toBaselines(blocksOf([1, 2, 3, 4, 999])), 'tokens-in-out');
    expect(four).toMatchObject({ blocks: 4, p90: null, interval: null, range: { min: 1, max: 4 } });
    expect(of(toBaselines(blocksOf([1, 2, 3, 4, 5, 999])), 'tokens-in-out').p90).toBe(4.6);
    expect(toBaselines(blocksOf([999]))).toEqual([]);
  });

  it('has an interval around it that narrows with the number of blocks, and is the same every time', () => {
    const widthOf = (count: number) => {
      const random = createSeededRandom(1);
      const values = Array.from({ length: count }, () => Math.round(random() * 10_000));
      const { interval, p90, range } = of(toBaselines(blocksOf([...values, 1])), 'tokens-in-out');
      expect(interval!.low).toBeLessThanOrEqual(p90!);
      expect(interval!.high).toBeGreaterThanOrEqual(p90!);
      expect(interval!.low).toBeGreaterThanOrEqual(range!.min);
      expect(interval!.high).toBeLessThanOrEqual(range!.max);
      return interval!.high - interval!.low;
    };
    expect(widthOf(200)).toBeLessThan(widthOf(10));
    expect(toBaselines(blocksOf(outputs))).toEqual(toBaselines(blocksOf(outputs)));
  });

  it('leaves blocks without a known cost out of the cost alone', () => {
    const baselines = toBaselines(blocksOf([...outputs, 1], { model: 'mimo' }));
    expect(of(baselines, 'usd')).toMatchObject({ blocks: 0, p90: null, range: null });
    expect(of(baselines, 'tokens').blocks).toBe(11);
  });
});
