import { describe, expect, it } from 'vitest';
import {
  compareLimitIds,
  isSameLimit,
  toLengthScope,
  toLimitKey,
  type LimitId,
} from '../../../../shared/domain/limit-id.ts';

const weekly: LimitId = { provider: 'openai', account: null, name: 'codex', scope: '7d' };
const others: readonly LimitId[] = [
  { ...weekly, provider: 'anthropic' },
  { ...weekly, account: 'account-1' },
  { ...weekly, account: '' },
  { ...weekly, name: 'codex_spark' },
  { ...weekly, scope: '5h' },
];

describe('the identity of a limit', () => {
  it('is made of provider, account, name and scope', () => {
    expect(isSameLimit(weekly, { ...weekly })).toBe(true);
    expect(compareLimitIds(weekly, { ...weekly })).toBe(0);
    for (const other of others) {
      expect(isSameLimit(weekly, other)).toBe(false);
      expect(Math.sign(compareLimitIds(weekly, other))).toBe(-Math.sign(compareLimitIds(other, weekly)));
      expect(compareLimitIds(weekly, other)).not.toBe(0);
    }
  });

  it('has one key that no two ids share', () => {
    const joined = { provider: 'a","b', account: null, name: 'c', scope: 'd' };
    expect(new Set([weekly, ...others, joined].map(toLimitKey)).size).toBe(others.length + 2);
  });
});

describe('toLengthScope', () => {
  it.each([
    [300, '5h'],
    [10_080, '7d'],
    [43_200, '30d'],
    [1_440, '1d'],
    [90, '90m'],
  ])('names a window of %i minutes %s', (minutes, scope) => expect(toLengthScope(minutes)).toBe(scope));
});
