import { createPriceBookFor } from '../../shared/pricing/list-prices.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';

/** The shipped list prices as a person has them who has set nothing. */
export const listPrices = createPriceBookFor(defaultSettings);
