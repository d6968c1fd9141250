import type { LimitUnit } from '../domain/limit-window.ts';
import { usDollar } from '../domain/money.ts';
import { formatMoney } from './money.ts';
import { formatCompact } from './numbers.ts';

/** An amount of a limit in the provider's own terms, e.g. `1.3K credits`, `$17.00`. */
export function formatLimitAmount(value: number, unit: LimitUnit): string {
  return unit === 'usd' ? formatMoney(value * 1_000_000, usDollar) : `${formatCompact(value)} ${unit}`;
}
