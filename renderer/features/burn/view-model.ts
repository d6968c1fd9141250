import type { Currency } from '../../../shared/domain/money.ts';
import type { BurnRate } from '../../../shared/domain/burn-rate.ts';
import { formatMoney } from '../../../shared/format/money.ts';
import { formatCompact } from '../../../shared/format/numbers.ts';

/** One time span's burn rate in words; null where nothing is known. */
export interface BurnView {
  readonly minutes: number;
  readonly heading: string;
  readonly tokens: string | null;
  readonly fresh: string | null;
  readonly cost: string | null;
}

/** Lays the burn rates out, shortest span first. */
export function toBurnView(rates: readonly BurnRate[], currency: Currency): readonly BurnView[] {
  return [...rates]
    .sort((a, b) => a.windowMinutes - b.windowMinutes)
    .map((rate) => ({
      minutes: rate.windowMinutes,
      heading: rate.windowMinutes === 60 ? 'Last hour' : `${rate.windowMinutes} min`,
      tokens: rate.tokensPerMinute === null ? null : formatCompact(rate.tokensPerMinute),
      fresh: rate.freshTokensPerMinute === null ? null : formatCompact(rate.freshTokensPerMinute),
      cost: rate.costMicroUsdPerHour === null ? null : formatMoney(rate.costMicroUsdPerHour, currency),
    }));
}
