/** Locale of texts unless another one is asked for. */
export const defaultLocale = 'en-US';

/** The formats made so far, by options and then by locale. Making a format takes far longer than using it. */
interface Cache<Options extends object, Format> {
  /** Finds options that are a constant without looking into them: a table formats hundreds of thousands of numbers. */
  readonly byConstant: WeakMap<Options, Map<string, Format>>;
  readonly byContent: Map<string, Map<string, Format>>;
}

const numberFormats: Cache<Intl.NumberFormatOptions, Intl.NumberFormat> = {
  byConstant: new WeakMap(),
  byContent: new Map(),
};
const dateFormats: Cache<Intl.DateTimeFormatOptions, Intl.DateTimeFormat> = {
  byConstant: new WeakMap(),
  byContent: new Map(),
};

/** The number format for a locale and options; fastest for options that are a constant, which must never change. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return find(numberFormats, locale, options, () => new Intl.NumberFormat(locale, options));
}

/** The same for dates. Throws a RangeError for a time zone that the system does not know. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return find(dateFormats, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

function find<Options extends object, Format>(
  cache: Cache<Options, Format>,
  locale: string,
  options: Options,
  create: () => Format,
): Format {
  const byLocale = cache.byConstant.get(options) ?? findByContent(cache, options);
  let format = byLocale.get(locale);
  if (format === undefined) {
    format = create();
    byLocale.set(locale, format);
  }
  return format;
}

function findByContent<Options extends object, Format>(
  cache: Cache<Options, Format>,
  options: Options,
): Map<string, Format> {
  const content = JSON.stringify(options);
  const byLocale = cache.byContent.get(content) ?? new Map<string, Format>();
  cache.byContent.set(content, byLocale);
  cache.byConstant.set(options, byLocale);
  return byLocale;
}
