import type { Flavor } from '../lib/flavor.ts';

/** Money as an integer number of millionths of a US dollar; sums of it are exact. */
export type MicroUsd = Flavor<number, 'MicroUsd'>;

/** Dollars as a JSON-friendly number with at most six decimals; null stays null (not known is not zero). */
export function toUsd(amount: MicroUsd): number;
export function toUsd(amount: MicroUsd | null): number | null;
export function toUsd(amount: MicroUsd | null): number | null {
  return amount === null ? null : amount / 1_000_000;
}
