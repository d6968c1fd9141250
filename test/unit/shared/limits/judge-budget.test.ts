import { describe, expect, it } from 'vitest';
import { judgeBudget, toBudgetLeftPercent, toSpentMicroUsd } from '../../../../shared/limits/judge-budget.ts';

const budget = { events: 3, unpricedModels: 0, budgetMicroUsd: 10_000_000 };

describe('judgeBudget', () => {
  it.each([
    [{ costMicroUsd: 1_000_000 }, 'fine'],
    [{ costMicroUsd: 8_000_000 }, 'fine'],
    [{ costMicroUsd: 8_000_001 }, 'near'],
    [{ costMicroUsd: 9_999_999 }, 'near'],
    [{ costMicroUsd: 10_000_000 }, 'exhausted'],
    [{ costMicroUsd: 25_000_000 }, 'exhausted'],
    // What has no price could only add to it.
    [{ costMicroUsd: 1_000_000, unpricedModels: 1 }, 'unknown'],
    [{ costMicroUsd: 8_500_000, unpricedModels: 1 }, 'near'],
    [{ costMicroUsd: 10_000_000, unpricedModels: 1 }, 'exhausted'],
    [{ costMicroUsd: null }, 'unknown'],
    // Nothing was used: that is zero, and known.
    [{ costMicroUsd: null, events: 0 }, 'fine'],
  ])('%j is %s', (facts, verdict) => {
    expect(judgeBudget({ ...budget, ...facts }, 20)).toBe(verdict);
  });

  it('says how much is left, also below zero', () => {
    expect(toBudgetLeftPercent({ ...budget, costMicroUsd: 2_500_000 })).toBe(75);
    expect(toBudgetLeftPercent({ ...budget, costMicroUsd: 15_000_000 })).toBe(-50);
    expect(toBudgetLeftPercent({ ...budget, costMicroUsd: null })).toBeNull();
    expect(toSpentMicroUsd({ ...budget, costMicroUsd: null, events: 0 })).toBe(0);
  });
});
