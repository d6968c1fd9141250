import { describe, expect, it } from 'vitest';
import { buildBlocks } from '../../../../shared/analytics/blocks.ts';
import { projectBlock } from '../../../../shared/analytics/projection.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import type { BlockLimit } from '../../../../shared/domain/plan.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';
import { makeForecast, makeRunOut } from '../../../support/make-forecast.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const hour = 3_600_000;

/** A block from 10:00 to 15:00 with 200,000 output tokens of Opus: $5. */
function makeBlock(model = 'claude-opus-4-8'): Block {
  const cells = [makeCell({ at: '2026-05-01T10:30:00Z', model, usage: { outputTokens: 200_000 } })];
  const [block] = buildBlocks(cells, { nowMs, book: listPrices });
  if (block === undefined) throw new Error('no block');
  return block;
}

const limit: BlockLimit = { unit: 'tokens', value: 500_000, usedPercent: 40, plan: 'custom', provenance: 'measured' };
const forecast = makeForecast({
  tokens: { p10: 200_000, p25: 210_000, p50: 300_000, p75: 400_000, p90: 600_000 },
  interval: { from: 200_000, to: 550_000 },
});

describe('projectBlock', () => {
  it('takes the median of the forecast with its interval, and lets cost grow with tokens', () => {
    expect(projectBlock({ block: makeBlock(), limit: null, forecast }, nowMs)).toEqual({
      remainingMs: 3 * hour,
      projection: { totalTokens: 300_000, interval: { from: 200_000, to: 550_000 }, costMicroUsd: 7_500_000 },
      runsOutAtMs: null,
      runOutProbability: null,
    });
    const unpriced = projectBlock({ block: makeBlock('mimo'), limit: null, forecast }, nowMs);
    expect(unpriced.projection?.costMicroUsd).toBeNull();
  });

  it('knows nothing of the end without a forecast', () => {
    const outlook = projectBlock({ block: makeBlock(), limit, forecast: null }, nowMs);
    expect(outlook).toMatchObject({ projection: null, runsOutAtMs: null, runOutProbability: null });
  });

  it('is never below what is used by now', () => {
    const before = makeForecast({ tokens: { p10: 1, p25: 2, p50: 3, p75: 4, p90: 5 }, interval: { from: 1, to: 5 } });
    expect(projectBlock({ block: makeBlock(), limit: null, forecast: before }, nowMs).projection).toEqual({
      totalTokens: 200_000,
      interval: { from: 200_000, to: 200_000 },
      costMicroUsd: 5_000_000,
    });
  });

  it.each([
    ['a time from even odds on', 0.5, nowMs + hour, nowMs + hour],
    ['no time in the past', 0.9, nowMs - hour, nowMs],
    ['no time when it probably lasts', 0.49, nowMs + hour, null],
  ])('tells %s', (_, probability, medianMs, expected) => {
    const runOut = makeRunOut(probability, medianMs);
    const outlook = projectBlock({ block: makeBlock(), limit, forecast: { ...forecast, runOut } }, nowMs);
    expect(outlook).toMatchObject({ runsOutAtMs: expected, runOutProbability: probability });
  });

  it('tells when a limit that is used up was reached at the latest', () => {
    const over = { ...limit, usedPercent: 100 };
    expect(projectBlock({ block: makeBlock(), limit: over, forecast: null }, nowMs)).toMatchObject({
      runsOutAtMs: Date.parse('2026-05-01T10:30:00Z'),
      runOutProbability: 1,
    });
  });

  it('expects nothing more of a block that has ended', () => {
    const ended = { ...forecast, runOut: makeRunOut(0.9, nowMs + hour) };
    expect(projectBlock({ block: makeBlock(), limit, forecast: ended }, nowMs + 9 * hour)).toMatchObject({
      remainingMs: 0,
      projection: { totalTokens: 200_000 },
      runsOutAtMs: null,
      runOutProbability: 0,
    });
  });
});
