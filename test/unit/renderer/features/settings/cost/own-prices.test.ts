import { describe, expect, it } from 'vitest';
import {
  addEntry,
  describeOwnPrice,
  emptyDraft,
  parseAlias,
  parseOwnPrice,
} from '../../../../../../renderer/features/settings/cost/own-prices.ts';
import { settingSchemas } from '../../../../../../shared/settings/schema.ts';
import * as v from 'valibot';

const draft = { ...emptyDraft, model: ' my-model ', inputUsdPerMillion: '$ 2', outputUsdPerMillion: '2,5' };
const price = { model: 'my-model', inputUsdPerMillion: 2, outputUsdPerMillion: 2.5 };

describe('parseOwnPrice', () => {
  it('leaves out prices that are not given, and keeps those that are zero', () => {
    expect(parseOwnPrice(draft)).toEqual({ ok: true, value: price });
    expect(parseOwnPrice({ ...draft, cacheReadUsdPerMillion: '0', cacheWrite1hUsdPerMillion: '.003625' })).toEqual({
      ok: true,
      value: { ...price, cacheReadUsdPerMillion: 0, cacheWrite1hUsdPerMillion: 0.003625 },
    });
  });

  it('builds valid settings', () => {
    const parsed = parseOwnPrice({ ...draft, outputUsdPerMillion: '100000' });
    expect(parsed.ok && v.is(settingSchemas.priceOverrides, [parsed.value])).toBe(true);
  });

  it.each([
    { model: ' ' },
    { inputUsdPerMillion: '' },
    { outputUsdPerMillion: '2,500' },
    { outputUsdPerMillion: '-1' },
    { cacheReadUsdPerMillion: 'cheap' },
    { cacheWrite5mUsdPerMillion: '1e3' },
    { cacheWrite1hUsdPerMillion: '100001' },
  ])('refuses %j', (change) => {
    expect(parseOwnPrice({ ...draft, ...change }).ok).toBe(false);
  });
});

describe('parseAlias', () => {
  it('requires two models', () => {
    expect(parseAlias({ model: ' a ', pricedAs: 'b' })).toEqual({ ok: true, value: { model: 'a', pricedAs: 'b' } });
    expect(parseAlias({ model: 'a', pricedAs: ' ' }).ok).toBe(false);
    expect(parseAlias({ model: 'a', pricedAs: 'A' }).ok).toBe(false);
  });
});

describe('addEntry', () => {
  it('replaces an entry of the same model', () => {
    const other = { ...price, model: 'other' };
    const added = { ...price, model: 'My-Model', outputUsdPerMillion: 9 };
    expect(addEntry([price, other], added)).toEqual({ ok: true, value: [other, added] });
  });

  it('stops at a hundred entries, the maximum of the settings', () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ ...price, model: `m${index}` }));
    expect(addEntry(full, price).ok).toBe(false);
    expect(addEntry(full, { ...price, model: 'm7' }).ok).toBe(true);
    expect(v.is(settingSchemas.priceOverrides, [...full, price])).toBe(false);
  });
});

describe('describeOwnPrice', () => {
  it('shows all digits of a price', () => {
    expect(describeOwnPrice({ ...price, cacheReadUsdPerMillion: 0.003625, cacheWrite1hUsdPerMillion: 0 })).toBe(
      'Input $2, output $2.50, cache read $0.003625, 1 h write $0',
    );
  });
});
