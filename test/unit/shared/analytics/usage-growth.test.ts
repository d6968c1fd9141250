import { describe, expect, it } from 'vitest';
import { findGrowth } from '../../../../shared/analytics/usage-growth.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { makeRow } from '../../../fakes/cli-host.ts';

const row = (key: string, events: number, outputTokens: number, costMicroUsd: number | null = outputTokens * 10) =>
  makeRow({ key, alsoKeys: ['/home/ada/shop', 'm'], events, usage: { ...emptyUsage, outputTokens }, costMicroUsd });

describe('findGrowth', () => {
  it('is what a session gained, all of a new one, and nothing of one that stood still', () => {
    const growth = findGrowth([row('a', 2, 100), row('b', 1, 7)], [row('a', 3, 150), row('b', 1, 7), row('c', 1, 9)]);
    expect(
      growth.map(({ row: { key }, added }) => [key, added.events, added.usage.outputTokens, added.costMicroUsd]),
    ).toEqual([
      ['a', 1, 50, 500],
      ['c', 1, 9, 90],
    ]);
  });

  it('counts a response that only got longer', () => {
    expect(findGrowth([row('a', 1, 10)], [row('a', 1, 12)])[0]?.added).toMatchObject({ events: 0, costMicroUsd: 20 });
  });

  it('is not negative where duplicates went, and unknown where the price is', () => {
    expect(findGrowth([row('a', 2, 100)], [row('a', 1, 60)])).toEqual([]);
    expect(findGrowth([row('a', 1, 10, null)], [row('a', 2, 30, null)])[0]?.added.costMicroUsd).toBeNull();
  });
});
