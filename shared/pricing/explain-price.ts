import type { PriceExplanation, PriceList, PriceListOrigin, UsdRates } from '../domain/price-list.ts';
import type { PriceChoices } from '../domain/price-choices.ts';
import { findPriceName } from './find-price.ts';
import { priceCorrections } from './overlay.ts';
import { createOwnPrices } from './own-prices.ts';
import type { PriceTable, Rates } from './price-table.ts';
import { createTimeline, priceAt, type DatedPrice } from './price-timeline.ts';

const picoPerUsdPerMillion = 1_000_000;

/** A price table, and whether it was shipped with the app. */
export interface OriginatedTable {
  readonly table: PriceTable;
  readonly origin: PriceListOrigin;
}

/** The list prices as of an instant, by name. */
export function listPrices({ table, origin }: OriginatedTable, nowMs: number): PriceList {
  const rows = Object.keys(table.models)
    .sort()
    .flatMap((model) => {
      const timeline = findTimeline(table, model);
      if (timeline === null) return [];
      const { provider, rates } = priceAt(timeline, nowMs);
      return [{ model, provider, usdPerMillion: toUsdRates(rates) }];
    });
  return { generatedAtMs: nowMs, origin, datedOn: table.datedOn, source: table.source.name, rows };
}

/** Where the price of a model comes from, with the person's own prices and aliases first, as costs are calculated. */
export function explainPrice(
  model: string,
  { table, origin }: OriginatedTable,
  choices: PriceChoices,
  nowMs: number,
): PriceExplanation {
  const own = createOwnPrices(choices.priceOverrides, choices.modelAliases);
  const name = own.pricedNameOf(model);
  const ownPrice = own.priceOf(name);
  const listedName = ownPrice === null ? findPriceName(name, (each) => Object.hasOwn(table.models, each)) : null;
  const timeline =
    ownPrice !== null ? createTimeline(ownPrice, []) : listedName === null ? null : findTimeline(table, listedName);
  const reason = timeline === null ? 'unknown' : name !== model ? 'alias' : ownPrice !== null ? 'own-price' : 'listed';
  return {
    generatedAtMs: nowMs,
    model,
    reason,
    pricedAs: timeline === null ? null : (listedName ?? name),
    origin,
    datedOn: table.datedOn,
    periods: (timeline ?? []).map(toPeriod),
  };
}

function findTimeline({ models }: PriceTable, name: string): readonly DatedPrice[] | null {
  const listed = Object.hasOwn(models, name) ? models[name] : undefined;
  if (listed === undefined) return null;
  return createTimeline(
    listed,
    priceCorrections.filter((correction) => correction.models.includes(name)),
  );
}

function toPeriod({ sinceMs, price }: DatedPrice): PriceExplanation['periods'][number] {
  const { rates, priority, flex, longContext } = price;
  return {
    sinceMs: Number.isFinite(sinceMs) ? sinceMs : null,
    usdPerMillion: toUsdRates(rates),
    priority: priority === undefined ? null : toUsdRates(priority),
    flex: flex === undefined ? null : toUsdRates(flex),
    longContext:
      longContext === undefined
        ? null
        : { aboveTokens: longContext.above, usdPerMillion: toUsdRates(longContext.rates) },
  };
}

function toUsdRates(rates: Rates): UsdRates {
  return {
    input: rates.input / picoPerUsdPerMillion,
    output: rates.output / picoPerUsdPerMillion,
    cacheRead: rates.cacheRead / picoPerUsdPerMillion,
    cacheWrite5m: rates.cacheWrite5m / picoPerUsdPerMillion,
    cacheWrite1h: rates.cacheWrite1h / picoPerUsdPerMillion,
  };
}
