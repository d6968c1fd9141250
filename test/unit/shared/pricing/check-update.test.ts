import { describe, expect, it } from 'vitest';
import { checkPriceUpdate } from '../../../../shared/pricing/check-update.ts';
import type { PriceTable } from '../../../../shared/pricing/price-table.ts';

function makeTable(inputs: Readonly<Record<string, number>>): PriceTable {
  const models = Object.entries(inputs).map(([name, input]) => {
    const rates = { input, output: 4 * input, cacheRead: input, cacheWrite5m: input, cacheWrite1h: input };
    return [name, { provider: 'openai', rates }] as const;
  });
  return {
    schema: 'fuelgauge.prices.v1',
    datedOn: '2026-08-01',
    source: { name: '', file: '', licence: '' },
    unit: 'pico-dollars per token',
    models: Object.fromEntries(models),
  };
}

describe('checkPriceUpdate', () => {
  const known = makeTable({ a: 100, b: 100, c: 100, d: 100 });

  it('lists what is new and what has changed', () => {
    const next = makeTable({ a: 100, b: 50, c: 100, e: 7 });
    expect(checkPriceUpdate(known, next)).toEqual({ added: ['e'], changed: ['b'] });
  });

  it('refuses a list that lacks more than half of the known models', () => {
    expect(checkPriceUpdate(known, makeTable({ a: 100, b: 100 }))).toEqual({ added: [], changed: [] });
    expect(checkPriceUpdate(known, makeTable({ a: 100, x: 1 }))).toEqual({ reason: 'incomplete', found: 1, of: 4 });
  });

  it.each([
    [5_000, null],
    [5_001, ['a']],
    [0, null],
  ])('a cache price of 100 that becomes %i is implausible for %j', (cacheRead, models) => {
    const next = makeTable({ a: 100, b: 100, c: 100 });
    const a = next.models['a']!;
    const changed = { ...next, models: { ...next.models, a: { ...a, rates: { ...a.rates, cacheRead } } } };
    const result = checkPriceUpdate(known, changed);
    expect('reason' in result ? result : null).toEqual(models && { reason: 'implausible', models });
  });

  it.each([
    [5_000, null],
    [2, null],
    [5_001, ['a']],
    [1, ['a']],
    [0, ['a']],
  ])('a price of 100 that becomes %i is implausible for %j', (input, models) => {
    const result = checkPriceUpdate(known, makeTable({ a: input, b: 100, c: 100 }));
    expect('reason' in result ? result : null).toEqual(models && { reason: 'implausible', models });
  });
});
