import type { PriceChoices } from '../domain/price-choices.ts';
import type { PriceBook } from '../ports/price-book.ts';
import type { OriginatedTable } from './explain-price.ts';
import { priceCorrections } from './overlay.ts';
import { createPriceBook } from './price-book.ts';
import table from './price-table.json' with { type: 'json' };
import { parsePriceTable, type PriceTable } from './price-table.ts';

/** The list shipped with the app. */
export const shippedPrices: OriginatedTable = { table: parsePriceTable(table), origin: 'shipped' };

/**
 * The list that is used: the person's newer one, with the models that only the app's own list has; the app's own when
 * there is none, or when it has become the newer one by an update of the app.
 */
export function choosePrices(updated: PriceTable | null, shipped: PriceTable = shippedPrices.table): OriginatedTable {
  if (updated === null || updated.datedOn < shipped.datedOn) return { table: shipped, origin: 'shipped' };
  return { table: { ...updated, models: { ...shipped.models, ...updated.models } }, origin: 'updated' };
}

/** Builds the price book from a price list and the user's choices about costs. */
export function createPriceBookFor(choices: PriceChoices, prices: OriginatedTable = shippedPrices): PriceBook {
  return createPriceBook(prices.table, priceCorrections, choices);
}
