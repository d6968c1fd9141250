import type { Currency, MicroUsd } from '../../../../shared/domain/money.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import { dateFormat } from '../../../../shared/format/intl-cache.ts';
import { messages } from '../messages.ts';

/** What stands where a number is not known: never a zero. */
export const unknownText = '-';

/** Money as everywhere in the app; `-` for an unknown amount. */
export function toMoneyText(amount: MicroUsd | null, currency: Currency): string {
  return amount === null ? unknownText : messages.format.money(amount, currency);
}

/** Cost of something of which a part may have no price: `$1.23+` says that it is more. */
export function toCostText(
  { costMicroUsd, unpricedModels }: Pick<UsageTotals, 'costMicroUsd' | 'unpricedModels'>,
  currency: Currency,
): string {
  const text = toMoneyText(costMicroUsd, currency);
  return costMicroUsd !== null && unpricedModels.length > 0 ? `${text}+` : text;
}

/** An instant as JSON has it, ISO 8601 in UTC; null stays null. */
export function toIso(atMs: number): string;
export function toIso(atMs: number | null): string | null;
export function toIso(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}

/** Writes instants as `2026-05-01 14:03` in a time zone; `-` for none. */
export function createInstantText(timeZone: string): (atMs: number | null) => string {
  const format = dateFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (atMs) => {
    if (atMs === null) return unknownText;
    const parts = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
    return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
  };
}
