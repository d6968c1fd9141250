import { describe, expect, it } from 'vitest';
import type { PriceChoices } from '../../../../shared/domain/price-choices.ts';
import { explainPrice, listPrices } from '../../../../shared/pricing/explain-price.ts';
import { choosePrices, shippedPrices } from '../../../../shared/pricing/list-prices.ts';

const noChoices: PriceChoices = { costMode: 'calculate', priceOverrides: [], modelAliases: [] };
const nowMs = Date.UTC(2026, 7, 2);

describe('explainPrice', () => {
  const explain = (model: string, choices: Partial<PriceChoices> = {}) =>
    explainPrice(model, shippedPrices, { ...noChoices, ...choices }, nowMs);

  it('names the entry of the list that a dated or prefixed name stands for', () => {
    expect(explain('anthropic/claude-opus-4.5')).toMatchObject({ reason: 'listed', pricedAs: 'claude-opus-4-5' });
  });

  it('shows prices over time: what was cut by a fifth was a quarter more before', () => {
    const { periods } = explain('gpt-5.6-terra');
    const [first, last] = [periods[0], periods.at(-1)];
    expect(first?.sinceMs).toBeNull();
    expect(last?.sinceMs).toBe(Date.UTC(2026, 6, 30));
    expect(first?.usdPerMillion.input).toBeCloseTo((last?.usdPerMillion.input ?? 0) * 1.25, 9);
  });

  it('puts own prices before aliases, and aliases before the list', () => {
    const own = { model: 'mine', inputUsdPerMillion: 3, outputUsdPerMillion: 9 };
    expect(explain('mine', { priceOverrides: [own] })).toMatchObject({
      reason: 'own-price',
      pricedAs: 'mine',
      periods: [{ sinceMs: null, usdPerMillion: { input: 3, output: 9 } }],
    });
    const aliased = explain('gateway', { modelAliases: [{ model: 'gateway', pricedAs: 'gpt-5.3-codex' }] });
    expect(aliased).toMatchObject({ reason: 'alias', pricedAs: 'gpt-5.3-codex' });
  });

  it.each(['no-such-model', '__proto__', 'constructor', ''])('has no price for %j', (model) => {
    expect(explain(model)).toMatchObject({ reason: 'unknown', pricedAs: null, periods: [] });
  });
});

describe('choosePrices', () => {
  const { table } = shippedPrices;
  const [name = ''] = Object.keys(table.models);
  const added = { ...table, models: { 'gpt-9': table.models[name]! } };

  it('takes a newer list, with the models that only the shipped one has', () => {
    const chosen = choosePrices({ ...added, datedOn: '2099-01-01' });
    expect(chosen.origin).toBe('updated');
    expect(Object.keys(chosen.table.models)).toHaveLength(Object.keys(table.models).length + 1);
    expect(listPrices(chosen, nowMs)).toMatchObject({ datedOn: '2099-01-01', origin: 'updated' });
  });

  it('returns to the shipped list when an update of the app has made it the newer one', () => {
    expect(choosePrices({ ...added, datedOn: '2020-01-01' })).toEqual(shippedPrices);
    expect(choosePrices(null)).toEqual(shippedPrices);
  });
});
