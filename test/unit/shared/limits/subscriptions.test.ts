import { describe, expect, it } from 'vitest';
import { findSubscriptions } from '../../../../shared/limits/subscriptions.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { listPlans } from '../../../../shared/sources/list-plans.ts';
import { makeReading } from '../../../support/make-reading.ts';

const nowMs = 1_000;
const windowsWith = (...planTypes: readonly (string | null)[]) =>
  toLimitWindows(
    planTypes.map((planType, index) =>
      makeReading({
        provider: 'anthropic',
        source: 'claude-code',
        name: `limit-${index}`,
        planType,
        observedAtMs: index,
      }),
    ),
    nowMs,
  );
const find = (chosenPlan: string, ...planTypes: readonly (string | null)[]) =>
  findSubscriptions({
    plans: listPlans(),
    windows: windowsWith(...planTypes),
    chosenPlan,
    costOf: () => ({ costMicroUsd: 312_000_000, unpricedModels: ['new-model'] }),
  });

describe('findSubscriptions', () => {
  it('believes the provider first, then the settings, and guesses nothing', () => {
    expect(find('pro', 'default_claude_max_20x')).toEqual([
      {
        source: 'claude-code',
        plan: 'max-20x',
        label: 'Claude Max 20×',
        knownFrom: 'provider',
        monthlyUsd: 200,
        monthCostMicroUsd: 312_000_000,
        unpricedModels: ['new-model'],
      },
    ]);
    expect(find('pro', null)).toMatchObject([{ plan: 'pro', knownFrom: 'setting', monthlyUsd: 20 }]);
    expect(find('pro', 'something_new')).toMatchObject([{ plan: 'pro', knownFrom: 'setting' }]);
    expect(find('unknown', null)).toEqual([]);
  });

  it('believes the newest reading', () => {
    expect(find('unknown', 'default_claude_max_5x', 'claude_pro')).toMatchObject([{ plan: 'pro' }]);
  });
});

describe('the plans', () => {
  it('have units that are not mixed up, a source and a date', () => {
    for (const { blockLimits, readOn, readAt, providerNames } of listPlans()) {
      expect(new Set(blockLimits.map(({ unit }) => unit)).size).toBe(blockLimits.length);
      expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(readAt.length).toBeGreaterThan(10);
      expect(providerNames.every((name) => name === name.toLowerCase())).toBe(true);
    }
    const max = listPlans().find(({ id }) => id === 'max-5x')!;
    expect(max.blockLimits).toEqual([
      { unit: 'usd', value: 35 },
      { unit: 'tokens-in-out', value: 88_000 },
      { unit: 'requests', value: 1_000 },
    ]);
  });
});
