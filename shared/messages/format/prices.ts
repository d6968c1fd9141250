import { numberFormat } from './intl-cache.ts';

/**
 * A price in US dollars with all its digits (a millionth of a dollar is the finest), e.g. `$0.003625`, and with whole
 * cents: `$0.60`, but `$3`.
 */
export function formatPrice(usd: number, locale: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 6, trailingZeroDisplay: 'stripIfInteger' } as const;
  return numberFormat(locale, { style: 'currency', currency: 'USD', ...digits }).format(usd);
}
