import { describe, expect, it } from 'vitest';
import { createScenario } from '../../../../test/fakes/fake-scenarios.ts';
import { toBlockView } from '../../../../renderer/features/blocks/view-model.ts';
import { usDollar } from '../../../../shared/domain/money.ts';
import { toBlockOutlook } from '../../../../shared/snapshot/outlook.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const normal = createScenario('normal', nowMs).snapshot.sections;
const labelOf = (source: string): string => `<${source}>`;
const context = { nowMs, timeZone: 'UTC', thresholdsPercent: [75, 90], labelOf, currency: usDollar };

describe('toBlockView', () => {
  const viewAt = (atMs: number) => toBlockView(toBlockOutlook(normal.blocks[0]!, atMs), { ...context, nowMs: atMs });
  const active = toBlockOutlook(normal.blocks[0]!, nowMs);

  it('shows the time left from now, not from when the snapshot was made', () => {
    expect(viewAt(nowMs).leftText).toBe('2 h 24 min left');
    expect(viewAt(active.block.endMs + 1).leftText).toBe('ended');
  });

  it('shows the likeliest end, and between what it lies', () => {
    expect(viewAt(nowMs)).toMatchObject({
      projectedTokens: '12.4M',
      projectedCost: '$17.88',
      projectedTitle: 'The likeliest end, from what you did at such times before; 8 in 10 between 8.2M and 21M.',
      oddsText: 'Likely enough until its end; 1 in 8 that it runs out',
      runsOutText: null,
    });
    const { projectedTitle } = toBlockView({ ...active, projection: null }, context);
    expect(projectedTitle).toBe('There is no forecast while the logs are being read.');
  });

  it('says nothing of odds without a limit, and where the time is shown', () => {
    expect(toBlockView({ ...active, runOutProbability: null }, context).oddsText).toBeNull();
    expect(toBlockView({ ...active, runsOutAtMs: nowMs + 600_000 }, context).oddsText).toBeNull();
  });

  it('distinguishes unknown from zero', () => {
    const bare = { ...active, projection: null, limit: null, block: { ...active.block, costMicroUsd: null } };
    expect(toBlockView(bare, context)).toMatchObject({ cost: null, projectedTokens: null, limit: null });
  });

  it('shows no time in the past for reaching a limit', () => {
    expect(toBlockView({ ...active, runsOutAtMs: nowMs - 1 }, context).runsOutText).toBeNull();
    expect(toBlockView({ ...active, runsOutAtMs: nowMs + 600_000 }, context).runsOutText).toMatch(/in 10 min$/);
  });
});
