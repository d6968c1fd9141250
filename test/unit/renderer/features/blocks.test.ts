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
  const viewAt = (atMs: number) =>
    toBlockView(toBlockOutlook(normal.blocks[0]!, normal.burn, atMs), { ...context, nowMs: atMs });
  const active = toBlockOutlook(normal.blocks[0]!, normal.burn, nowMs);

  it('shows the time left from now, not from when the snapshot was made', () => {
    expect(viewAt(nowMs).leftText).toBe('2 h 24 min left');
    expect(viewAt(active.block.endMs + 1).leftText).toBe('ended');
  });

  it('projects the block at the last hour’s rate as it is now', () => {
    expect(viewAt(nowMs)).toMatchObject({ projectedTokens: '17.5M', projectedCost: '$19.71' });
    expect(viewAt(nowMs + 30 * 60_000).projectedTokens).toBe('13M');
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
