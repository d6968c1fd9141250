/** Locale of texts unless told otherwise. */
export const defaultLocale = 'en-US';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A number format; made once for the same arguments, because making one takes longer than using it. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return remember(numberFormats, locale, options, () => new Intl.NumberFormat(locale, options));
}

/** A date format; made once for the same arguments. Throws a RangeError for a time zone that the system lacks. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remember(dateFormats, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

function remember<Format>(known: Map<string, Format>, locale: string, options: object, make: () => Format): Format {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = known.get(key);
  if (format === undefined) {
    format = make();
    known.set(key, format);
  }
  return format;
}
