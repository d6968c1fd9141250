import { describe, expect, it } from 'vitest';
import { findBaseline, percentile } from '../../../../shared/analytics/baseline.ts';
import { blockMs, type Block } from '../../../../shared/domain/block.ts';
import { dayMs } from '../../../../shared/domain/instant.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';

const nowMs = Date.parse('2026-05-31T00:00:00Z');

function makeBlock(tokens: number, patch: Partial<Block> = {}): Block {
  const startMs = nowMs - 2 * dayMs;
  return {
    source: 'claude-code',
    kind: 'completed',
    startMs,
    endMs: startMs + blockMs,
    firstAtMs: startMs,
    lastAtMs: startMs,
    events: 3,
    usage: { ...emptyUsage, inputTokens: tokens / 2, cacheReadTokens: tokens / 2 },
    costMicroUsd: tokens * 10,
    models: [],
    boundary: 'estimated',
    ...patch,
  };
}

describe('findBaseline', () => {
  it.each([0, 1, 2, 4])('is still learning after %i blocks', (count) => {
    const blocks = Array.from({ length: count }, () => makeBlock(100));
    expect(findBaseline(blocks, 'tokens', nowMs)).toEqual({ state: 'learning', blocks: count, blocksNeeded: 5 });
  });

  it('is known after 5 blocks, and never above what was seen', () => {
    const blocks = [500, 100, 300, 200, 400].map((tokens) => makeBlock(tokens));
    // Type 7: position 4 x 0.9 = 3.6, so 400 + 0.6 x 100
    expect(findBaseline(blocks, 'tokens', nowMs)).toEqual({ state: 'known', blocks: 5, p90: 460, min: 100, max: 500 });
    expect(findBaseline(blocks, 'freshTokens', nowMs)).toMatchObject({ p90: 230 });
    expect(findBaseline(blocks, 'costMicroUsd', nowMs)).toMatchObject({ p90: 4_600 });
    expect(findBaseline(blocks, 'events', nowMs)).toMatchObject({ p90: 3, min: 3, max: 3 });
  });

  it('leaves out gaps, the running block, blocks without such usage and old ones', () => {
    const blocks = [
      ...[1, 2, 3, 4].map((tokens) => makeBlock(tokens)),
      makeBlock(0),
      makeBlock(9, { kind: 'active' }),
      makeBlock(0, { kind: 'gap' }),
      makeBlock(9, { startMs: nowMs - 31 * dayMs }),
    ];
    expect(findBaseline(blocks, 'tokens', nowMs)).toMatchObject({ state: 'learning', blocks: 4 });
    expect(findBaseline([makeBlock(9, { costMicroUsd: null })], 'costMicroUsd', nowMs)).toMatchObject({ blocks: 0 });
  });
});

describe('percentile', () => {
  it('interpolates between neighbours', () => {
    expect(percentile([7], 0.9)).toBe(7);
    expect(percentile([10, 20], 0.9)).toBeCloseTo(19, 10);
    expect(percentile([10, 20, 30], 0.5)).toBe(20);
    expect(percentile([10, 20, 30], 1)).toBe(30);
  });

  it('has no answer without values', () => {
    expect(() => percentile([], 0.9)).toThrow(RangeError);
  });
});
