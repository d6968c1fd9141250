import type { DayKey } from '../domain/calendar-day.ts';
import type { PriceChoices } from '../domain/price-choices.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { priceCorrections } from './overlay.ts';
import { createPriceBook } from './price-book.ts';
import table from './price-table.json' with { type: 'json' };
import { parsePriceTable } from './price-table.ts';

const shipped = parsePriceTable(table);

/** Builds the price book from the shipped list prices and the user's choices about costs. */
export function createPriceBookFor(choices: PriceChoices): PriceBook {
  return createPriceBook(shipped, priceCorrections, choices);
}

/** Date of the shipped list: later price changes are not in it. */
export const pricesDatedOn: DayKey = shipped.datedOn;
