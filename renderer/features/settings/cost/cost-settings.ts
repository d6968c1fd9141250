import { costModes } from '../../../../shared/domain/price-choices.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { messages } from '../../../messages.ts';
import { toOptions } from '../../../ui/options.ts';
import { readNumber } from '../form/typed-number.ts';

const words = messages.settings.cost;

export const costModeOptions = toOptions(costModes, words.modes);

/** Parses a currency code: one of ISO 4217 that this system knows. */
export function parseCurrencyCode(text: string): Result<string> {
  const code = text.trim().toUpperCase();
  return Intl.supportedValuesOf('currency').includes(code) ? ok(code) : fail(words.badCurrency);
}

/** Parses an exchange rate. */
export function parseRate(text: string): Result<number> {
  return readNumber(text, { min: 1e-9, max: 1e9, refusal: words.badRate });
}
