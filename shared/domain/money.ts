import type { Flavor } from '../lib/flavor.ts';

/** Money as an integer number of millionths of a US dollar; sums of it are exact. */
export type MicroUsd = Flavor<number, 'MicroUsd'>;

/** Dollars as a JSON-friendly number with at most six decimals; null stays null (not known is not zero). */
export function toUsd(amount: MicroUsd): number;
export function toUsd(amount: MicroUsd | null): number | null;
export function toUsd(amount: MicroUsd | null): number | null {
  return amount === null ? null : amount / 1_000_000;
}

/** A currency to show money in: an ISO 4217 code, and how many of its units the person says a US dollar is. */
export interface Currency {
  readonly code: string;
  readonly perUsd: number;
}

/** What all money is kept in. */
export const usDollar: Currency = { code: 'USD', perUsd: 1 };

/** An amount in units of a currency, without the noise of binary fractions. For showing only: sums are made in dollars. */
export function toCurrency(amount: MicroUsd, { perUsd }: Currency): number {
  return Number((toUsd(amount) * perUsd).toPrecision(15));
}
