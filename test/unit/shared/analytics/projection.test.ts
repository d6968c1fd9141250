import { describe, expect, it } from 'vitest';
import { buildBlocks } from '../../../../shared/analytics/blocks.ts';
import type { BurnRate } from '../../../../shared/domain/burn-rate.ts';
import { projectBlock } from '../../../../shared/analytics/projection.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const hour = 3_600_000;

/** A block from 10:00 to 15:00 with 200,000 output tokens of Opus: $5. */
function makeBlock(model = 'claude-opus-4-8'): Block {
  const cells = [makeCell({ at: '2026-05-01T10:30:00Z', model, usage: { outputTokens: 200_000 } })];
  const [block] = buildBlocks(cells, { nowMs, book: listPrices });
  if (block === undefined) throw new Error('no block');
  return block;
}

/** 1,000 tokens a minute, $2 an hour. */
const rate: BurnRate = {
  windowMinutes: 60,
  tokensPerMinute: 1_000,
  freshTokensPerMinute: 1_000,
  costMicroUsdPerHour: 2_000_000,
};
const unknownRate: BurnRate = {
  windowMinutes: 60,
  tokensPerMinute: null,
  freshTokensPerMinute: null,
  costMicroUsdPerHour: null,
};

describe('projectBlock', () => {
  it('continues at the rate to the end of the block', () => {
    // 200,000 + 180 minutes x 1,000; $5 + 3 x $2
    expect(projectBlock(makeBlock(), rate, null, nowMs)).toEqual({
      remainingMs: 3 * hour,
      projection: { totalTokens: 380_000, costMicroUsd: 11_000_000 },
      runsOutAtMs: null,
    });
  });

  it('projects nothing without a rate, and no cost without a price', () => {
    expect(projectBlock(makeBlock(), unknownRate, null, nowMs).projection).toBeNull();
    expect(projectBlock(makeBlock('mimo'), rate, null, nowMs).projection).toEqual({
      totalTokens: 380_000,
      costMicroUsd: null,
    });
  });

  it.each([
    // $8 - $5 = $3 at $2 an hour: in an hour and a half
    ['dollars', { unit: 'usd', value: 8 }, nowMs + 1.5 * hour],
    // 260,000 - 200,000 at 1,000 a minute: in an hour
    ['tokens', { unit: 'tokens', value: 260_000 }, nowMs + hour],
    // $11 would be reached exactly when the block ends: it lasts
    ['a limit that lasts', { unit: 'usd', value: 11 }, null],
    ['a limit that is reached exactly', { unit: 'usd', value: 5 }, Date.parse('2026-05-01T10:30:00Z')],
    ['a limit that is used up', { unit: 'usd', value: 4 }, Date.parse('2026-05-01T10:30:00Z')],
  ] as const)('says when %s run out', (_, limit, atMs) => {
    expect(projectBlock(makeBlock(), rate, limit, nowMs).runsOutAtMs).toBe(atMs);
  });

  it('is unknown for what cannot be measured or does not change', () => {
    expect(projectBlock(makeBlock(), unknownRate, { unit: 'usd', value: 8 }, nowMs).runsOutAtMs).toBeNull();
    expect(projectBlock(makeBlock('mimo'), rate, { unit: 'usd', value: 8 }, nowMs).runsOutAtMs).toBeNull();
    const idle = { ...rate, tokensPerMinute: 0, costMicroUsdPerHour: 0 };
    expect(projectBlock(makeBlock(), idle, { unit: 'usd', value: 8 }, nowMs).runsOutAtMs).toBeNull();
  });

  it('projects no cost from a rate without one', () => {
    const { projection } = projectBlock(makeBlock(), { ...rate, costMicroUsdPerHour: null }, null, nowMs);
    expect(projection).toEqual({ totalTokens: 380_000, costMicroUsd: null });
  });

  it('has no time left after the end', () => {
    expect(projectBlock(makeBlock(), rate, null, nowMs + 9 * hour)).toMatchObject({
      remainingMs: 0,
      projection: { totalTokens: 200_000 },
    });
  });
});
