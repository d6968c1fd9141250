import { describe, expect, it } from 'vitest';
import { buildBlocks } from '../../../../shared/analytics/blocks.ts';
import { findBlockLimit, type PlanChoice } from '../../../../shared/analytics/block-limits.ts';
import type { Baseline } from '../../../../shared/domain/baseline.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import { listPrices } from '../../../support/list-prices.ts';
import type { BlockLimit } from '../../../../shared/domain/plan.ts';
import { listPlans } from '../../../../shared/sources/list-plans.ts';
import { makeCell, type CellPatch } from '../../../support/make-cell.ts';

/** 360,000 output tokens of Opus: $9. */
function makeBlock(patch: CellPatch = {}): Block {
  const cells = [makeCell({ usage: { outputTokens: 360_000 }, ...patch })];
  const [block] = buildBlocks(cells, { nowMs: Date.parse('2026-05-01T11:00:00Z'), book: listPrices });
  if (block === undefined) throw new Error('no block');
  return block;
}

function limitOf(
  plan: PlanChoice['plan'],
  block = makeBlock(),
  customBlockLimit: PlanChoice['customBlockLimit'] = { unit: 'usd', value: 50 },
  baselines: readonly Baseline[] = [],
): BlockLimit | null {
  return findBlockLimit(block, { plan, customBlockLimit }, listPlans(), baselines);
}

describe('findBlockLimit', () => {
  it.each([
    ['pro', 18, 50],
    ['max-5x', 35, 25.7],
    ['max-20x', 140, 6.4],
  ] as const)('estimates the limit of %s', (plan, value, usedPercent) => {
    expect(limitOf(plan)).toEqual({ unit: 'usd', value, usedPercent, plan, provenance: 'estimated' });
  });

  it('treats the user’s own limit as a fact, for every source', () => {
    expect(limitOf('custom')).toEqual({
      unit: 'usd',
      value: 50,
      usedPercent: 18,
      plan: 'custom',
      provenance: 'measured',
    });
    expect(limitOf('custom', makeBlock({ source: 'codex' }), { unit: 'tokens', value: 300_000 })).toMatchObject({
      unit: 'tokens',
      usedPercent: 120,
    });
  });

  it('holds a block against the usual one of its source, in the unit of one’s own limit, if that is chosen', () => {
    const usual: Baseline = {
      ...{ source: 'claude-code', unit: 'usd', blocks: 5, p90: 12, interval: null, provenance: 'measured' },
      range: { min: 1, max: 13 },
    };
    const inTokens: Baseline = { ...usual, unit: 'tokens', p90: 3_600_000 };
    const limitFrom = (baselines: readonly Baseline[], unit: BlockLimit['unit'] = 'usd', block = makeBlock()) =>
      limitOf('p90', block, { unit, value: 50 }, baselines);
    const rest = { plan: 'p90', provenance: 'estimated' };
    expect(limitFrom([inTokens, usual])).toEqual({ unit: 'usd', value: 12, usedPercent: 75, ...rest });
    expect(limitFrom([inTokens, usual], 'tokens')).toEqual({
      unit: 'tokens',
      value: 3_600_000,
      usedPercent: 10,
      ...rest,
    });
    // Nothing before there are enough blocks, in an unknown unit, of another agent, or where blocks cost nothing.
    expect(limitFrom([{ ...usual, p90: null }])).toBeNull();
    expect(limitFrom([usual], 'requests')).toBeNull();
    expect(limitFrom([usual], 'usd', makeBlock({ source: 'codex' }))).toBeNull();
    expect(limitFrom([{ ...usual, p90: 0 }])).toBeNull();
    // Who has not chosen it is not held against it.
    expect(limitOf('unknown', makeBlock(), { unit: 'usd', value: 50 }, [usual])).toBeNull();
  });

  it('measures each unit by itself', () => {
    const block = makeBlock({ usage: { inputTokens: 100, cacheReadTokens: 10_000, outputTokens: 300 }, events: 4 });
    const shareOf = (unit: BlockLimit['unit'], value: number) => limitOf('custom', block, { unit, value })?.usedPercent;
    expect(shareOf('tokens', 10_400)).toBe(100);
    expect(shareOf('tokens-in-out', 400)).toBe(100);
    expect(shareOf('requests', 4)).toBe(100);
  });

  it('is null without a plan, for a source that the plan does not limit, and without a price', () => {
    expect(limitOf('unknown')).toBeNull();
    expect(limitOf('pro', makeBlock({ source: 'codex' }))).toBeNull();
    expect(limitOf('pro', makeBlock({ model: 'mimo' }))).toBeNull();
  });

  it('answers for every plan of every source, and for no other', () => {
    for (const { id, source, blockLimits } of listPlans()) {
      const [limit] = blockLimits;
      const found = limitOf(id, makeBlock({ source }));
      if (limit === undefined) expect(found).toBeNull();
      else expect(found).toMatchObject({ plan: id, ...limit });
    }
    expect(limitOf('max-10x')).toBeNull();
  });
});
