import type { DayKey } from './calendar-day.ts';
import type { ModelId } from './ids.ts';

/** US dollars for a million tokens of each class, at the standard tier. */
export interface UsdRates {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
}

/** Which price list is used: the one shipped with the app, or a newer one that the person has fetched. */
export type PriceListOrigin = 'shipped' | 'updated';

/** A price list as of a moment. */
export interface PriceList {
  readonly generatedAtMs: number;
  readonly origin: PriceListOrigin;
  readonly datedOn: DayKey;
  readonly source: string;
  /** By name. */
  readonly rows: readonly { readonly model: string; readonly provider: string; readonly usdPerMillion: UsdRates }[];
}

/** Why a model has its price: the person's own, that of a model they named, one in the list, or none. */
export type PriceReason = 'own-price' | 'alias' | 'listed' | 'unknown';

/** Where the price of a model comes from. */
export interface PriceExplanation {
  readonly generatedAtMs: number;
  readonly model: ModelId;
  readonly reason: PriceReason;
  /** The name that it is priced by: in the list, or in the person's own prices; null when it has no price. */
  readonly pricedAs: string | null;
  readonly origin: PriceListOrigin;
  readonly datedOn: DayKey;
  /** Its prices over time, oldest first; the first applies from the beginning, `sinceMs` null. */
  readonly periods: readonly {
    readonly sinceMs: number | null;
    readonly usdPerMillion: UsdRates;
    /** The prices that replace them, where there are any. */
    readonly priority: UsdRates | null;
    readonly flex: UsdRates | null;
    readonly longContext: { readonly aboveTokens: number; readonly usdPerMillion: UsdRates } | null;
  }[];
}
