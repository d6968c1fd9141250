import type { DayKey } from '../domain/calendar-day.ts';
import { createPriceBook } from './cost.ts';
import { priceCorrections } from './overlay.ts';
import table from './price-table.json' with { type: 'json' };
import { parsePriceTable } from './price-table.ts';

const shipped = parsePriceTable(table);

/** The shipped list prices, with their corrections. */
export const listPrices = createPriceBook(shipped, priceCorrections);

/** Day of the shipped list: prices that changed later are not in it. */
export const pricesDatedOn: DayKey = shipped.datedOn;
