import type { Currency } from '../../../shared/domain/money.ts';
import type { BurnRate } from '../../../shared/domain/burn-rate.ts';
import { messages } from '../../messages.ts';

const { format, usage } = messages;

/** Burn rate over one time span, ready to show; null where it is unknown. */
export interface BurnView {
  readonly minutes: number;
  readonly heading: string;
  readonly tokens: string | null;
  readonly fresh: string | null;
  readonly cost: string | null;
}

/** Prepares the burn rates for display, shortest span first. */
export function toBurnView(rates: readonly BurnRate[], currency: Currency): readonly BurnView[] {
  return [...rates]
    .sort((a, b) => a.windowMinutes - b.windowMinutes)
    .map((rate) => ({
      minutes: rate.windowMinutes,
      heading: rate.windowMinutes === 60 ? usage.burn.lastHour : usage.burn.minutes(rate.windowMinutes),
      tokens: rate.tokensPerMinute === null ? null : format.compact(rate.tokensPerMinute),
      fresh: rate.freshTokensPerMinute === null ? null : format.compact(rate.freshTokensPerMinute),
      cost: rate.costMicroUsdPerHour === null ? null : format.money(rate.costMicroUsdPerHour, currency),
    }));
}
