import { describe, expect, it } from 'vitest';
import { toBurnView } from '../../../../renderer/features/burn/view-model.ts';
import { usDollar } from '../../../../shared/domain/money.ts';

describe('toBurnView', () => {
  it('orders the spans and keeps unknown rates unknown', () => {
    const rates = [
      { windowMinutes: 60, tokensPerMinute: 0, freshTokensPerMinute: null, costMicroUsdPerHour: null },
      { windowMinutes: 5, tokensPerMinute: null, freshTokensPerMinute: null, costMicroUsdPerHour: null },
    ] as const;
    expect(toBurnView(rates, usDollar).map(({ minutes, tokens }) => [minutes, tokens])).toEqual([
      [5, null],
      [60, '0'],
    ]);
  });
});
