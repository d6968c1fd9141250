import { defaultLocale, numberFormat } from './intl-cache.ts';

/** A number that a person typed; `ambiguous` could have thousands or decimals; null is no number of nought or more. */
export type TypedNumber = number | 'ambiguous' | null;

/** All digits of a number, however small, and nothing between them. */
const allDigits = { useGrouping: false, maximumFractionDigits: 20 } as const;
/** What can only separate thousands: spaces, underscores, apostrophes and the Arabic mark. */
const thousands = /[\s_'’\u066c]/g;
/** Marks of direction, which come along when an Arabic amount is pasted. */
const marks = /[\u061c\u200e\u200f\u2066-\u2069]/g;
/** Thousands with one kind of mark between them; Indian numbers have groups of two before the last. */
const grouped = /^\d{1,3}(?:,\d{2,3})*,\d{3}$|^\d{1,3}(?:\.\d{2,3})*\.\d{3}$/;
/** The Arabic decimal mark is never anything else. */
const arabicPoint = '\u066b';

/**
 * Reads a number with a decimal point or a decimal comma, in any digits.
 *
 * Where the text itself shows what its marks mean, it decides: the last of two different marks is the decimal one
 * (`1.234,5`), a mark that occurs twice separates thousands (`1,234,567`), and so cannot one that has other than three
 * digits behind it, or nothing but a nought before it (`12,50`, `0.125`). What is left, such as `1.000`, is a decimal
 * number where the locale writes decimals so, and otherwise `ambiguous`: to guess would be wrong a thousandfold. English is
 * what people see whose language is not there, so that a comma in it proves nothing.
 */
export function parseTypedNumber(text: string, locale = defaultLocale): TypedNumber {
  const typed = toPlainMarks(text);
  if (/^\d+$/.test(typed)) return Number(typed);
  const last = Math.max(...[arabicPoint, '.', ','].map((each) => typed.lastIndexOf(each)));
  const [before, mark, after] = [typed.slice(0, last), typed.charAt(last), typed.slice(last + 1)];
  if (!/^\d+$/.test(after)) return null;
  if (!/^\d*$/.test(before)) {
    if (before.includes(mark)) return parseTypedWhole(typed);
    const whole = parseTypedWhole(before);
    return whole === null ? null : Number(`${whole}.${after}`);
  }
  const canBeThousands = mark !== arabicPoint && after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  return canBeThousands && mark !== decimalMark(locale) ? 'ambiguous' : Number(`${before}.${after}`);
}

/** Reads a number that has no decimals: every mark in it separates thousands. Null for anything else. */
export function parseTypedWhole(text: string): number | null {
  const typed = toPlainMarks(text);
  return /^\d+$/.test(typed) || grouped.test(typed) ? Number(typed.replaceAll(/[.,]/g, '')) : null;
}

/** A number as a person of the locale types it, with all its digits, e.g. `0.92` or `0,92`. */
export function formatTyped(value: number, locale = defaultLocale): string {
  return numberFormat(locale, allDigits).format(value);
}

/** Arabic, Persian and full-width digits and marks as the keys of an English keyboard write them. */
export function toPlainDigits(text: string): string {
  return text
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
      String((digit.charCodeAt(0) - zeroOf(digit)) % 10),
    )
    .replaceAll(/[\u060c\u3001\uff0c]/g, ',')
    .replaceAll('\uff0e', '.');
}

/** The code of the nought in the digits of a script. */
function zeroOf(digit: string): number {
  if (digit >= '\uff10') return 0xff10;
  return digit >= '\u06f0' ? 0x06f0 : 0x0660;
}

/** Digits and decimal marks only, where nothing else is in it but what separates thousands. */
function toPlainMarks(text: string): string {
  return toPlainDigits(text).replaceAll(marks, '').replaceAll(thousands, '');
}

const decimalMarks = new Map<string, string>();

function decimalMark(locale: string): string {
  let mark = decimalMarks.get(locale);
  if (mark === undefined) {
    const parts = numberFormat(locale, allDigits).formatToParts(0.5);
    mark = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
    decimalMarks.set(locale, mark);
  }
  return mark;
}
