import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { messages } from '../../../messages.ts';

/** The range of a number, and the message for any other. */
interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly refusal: string;
}

/** Signs of US dollars, before or after an amount. */
const dollarBefore = /^\s*(?:US\s?[$＄]|[$＄]|USD)\s*/iu;
const dollarAfter = /\s*(?:US\s?[$＄]|[$＄]|USD)\s*$/iu;

/** Whether no amount was entered; a dollar sign alone does not count. */
export function isBlankAmount(text: string): boolean {
  return toAmount(text) === '';
}

/** Reads a number as it is written in the person's language. */
export function readNumber(text: string, { min, max, refusal }: Bounds): Result<number> {
  const typed = text.trim();
  const value = messages.format.parse(typed);
  if (value === 'ambiguous') return fail(messages.settings.ambiguousNumber(typed));
  return value !== null && value >= min && value <= max ? ok(value) : fail(refusal);
}

/** Reads an amount in US dollars, with or without a dollar sign. Other currencies are refused, because nothing is converted. */
export function readDollars(text: string, bounds: Bounds): Result<number> {
  const amount = toAmount(text);
  const sign = /(?![$＄])\p{Sc}/u.exec(amount)?.[0];
  return sign === undefined ? readNumber(amount, bounds) : fail(messages.settings.notDollars(sign));
}

function toAmount(text: string): string {
  return text
    .replaceAll(/[\u061c\u200e\u200f\u2066-\u2069]/g, '')
    .replace(dollarBefore, '')
    .replace(dollarAfter, '')
    .trim();
}
