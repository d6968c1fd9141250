import { describe, expect, it } from 'vitest';
import { findPlanChanges } from '../../../../shared/limits/plan-change.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const read = (plans: readonly (string | null)[], patch: ReadingPatch = {}) =>
  plans.map((planType, index) => makeReading({ planType, observedAtMs: (index + 1) * 1_000, ...patch }));

describe('findPlanChanges', () => {
  it('names both plans, and when they were seen', () => {
    expect(findPlanChanges(read(['plus', null, 'plus', 'pro', 'pro']))).toMatchObject([
      { from: 'plus', to: 'pro', lastSeenMs: 3_000, firstSeenMs: 4_000 },
    ]);
  });

  it('takes the newest of several', () => {
    expect(findPlanChanges(read(['free', 'plus', 'plus', 'pro', 'pro', 'pro']))).toMatchObject([
      { from: 'plus', to: 'pro', firstSeenMs: 4_000 },
    ]);
  });

  it('says nothing of one plan, of one reading, or of plans that come and go', () => {
    expect(findPlanChanges([])).toEqual([]);
    expect(findPlanChanges(read(['pro', 'pro', 'pro']))).toEqual([]);
    expect(findPlanChanges(read(['plus', 'plus', 'pro']))).toEqual([]);
    expect(findPlanChanges(read(['pro', 'plus', 'plus', 'pro', 'pro']))).toEqual([]);
    expect(findPlanChanges(read([null, null]))).toEqual([]);
  });

  it('keeps accounts and sources apart', () => {
    expect(findPlanChanges([...read(['plus', 'plus']), ...read(['pro', 'pro'], { account: 'ada' })])).toEqual([]);
    expect(findPlanChanges([...read(['plus', 'plus']), ...read(['pro', 'pro'], { source: 'other' })])).toEqual([]);
  });

  it('knows that a plan has several names, and that names differ in case', () => {
    const toPlan = (name: string) => (name.startsWith('claude_') ? name.slice(7) : name);
    expect(findPlanChanges(read(['Pro', 'claude_pro', 'claude_pro']), toPlan)).toEqual([]);
  });

  it('orders readings by time', () => {
    expect(findPlanChanges(read(['plus', 'plus', 'pro', 'pro']).toReversed())).toMatchObject([{ to: 'pro' }]);
  });
});
