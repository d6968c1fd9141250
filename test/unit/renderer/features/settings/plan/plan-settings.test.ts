import { describe, expect, it } from 'vitest';
import { parseLimitValue } from '../../../../../../renderer/features/settings/plan/plan-settings.ts';

describe('parseLimitValue', () => {
  it('accepts grouped digits, either decimal mark and a dollar sign', () => {
    expect(parseLimitValue('$1,234.5', 'usd')).toEqual({ ok: true, value: 1234.5 });
    expect(parseLimitValue('12,50', 'usd')).toEqual({ ok: true, value: 12.5 });
    expect(parseLimitValue('.5', 'usd')).toEqual({ ok: true, value: 0.5 });
    expect(parseLimitValue('220 000', 'tokens')).toEqual({ ok: true, value: 220_000 });
  });

  it('reads a separator in a whole number as one of thousands, and does not guess if decimals are possible', () => {
    expect(parseLimitValue('220.000', 'tokens')).toEqual({ ok: true, value: 220_000 });
    expect(parseLimitValue('220,000', 'requests')).toEqual({ ok: true, value: 220_000 });
    expect(parseLimitValue('220,000', 'usd')).toMatchObject({ error: expect.stringContaining('“220,000”') as string });
  });

  it.each(['', '.', '0', '-3', 'much', '1.2.3', '1,50,0', '10000000000000'])('refuses %j', (text) => {
    expect(parseLimitValue(text, 'usd').ok).toBe(false);
    expect(parseLimitValue(text, 'tokens').ok).toBe(false);
  });
});
