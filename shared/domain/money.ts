import type { Flavor } from '../lib/flavor.ts';

/** Money as an integer number of millionths of a US dollar, so that sums are exact. */
export type MicroUsd = Flavor<number, 'MicroUsd'>;

/** Dollars as a JSON-friendly number with at most six decimals. Null stays null: unknown is not zero. */
export function toUsd(amount: MicroUsd): number;
export function toUsd(amount: MicroUsd | null): number | null;
export function toUsd(amount: MicroUsd | null): number | null {
  return amount === null ? null : amount / 1_000_000;
}

/** A display currency: an ISO 4217 code, and the user's rate in units per US dollar. */
export interface Currency {
  readonly code: string;
  readonly perUsd: number;
}

/** The currency in which all money is stored. */
export const usDollar: Currency = { code: 'USD', perUsd: 1 };

/** An amount in units of a currency, without binary rounding noise. For display only: sums are made in dollars. */
export function toCurrency(amount: MicroUsd, { perUsd }: Currency): number {
  return Number((toUsd(amount) * perUsd).toPrecision(15));
}
