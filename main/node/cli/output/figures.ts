import type { Currency, MicroUsd } from '../../../../shared/domain/money.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import { dateFormat } from '../../../../shared/messages/format/intl-cache.ts';
import { messages } from '../messages.ts';
import type { Page } from './page.ts';

/** Shown where a number is not known, which is not zero. */
export const unknownText = '-';

/** An amount of money, `$1.23+` where more is not known; `-` when all of it is unknown. */
export function toMoneyText(amount: MicroUsd | null, currency: Currency, isPartial = false): string {
  return amount === null ? unknownText : messages.format.money(amount, currency, isPartial);
}

/** A cost; `$1.23+` when some of the models have no known price, so that the true cost is higher. */
export function toCostText(totals: Pick<UsageTotals, 'costMicroUsd' | 'unpricedModels'>, currency: Currency): string {
  return messages.format.cost(totals, currency) ?? unknownText;
}

type TimeOptions = Pick<Page, 'timeZone' | 'clock'>;

/** Creates a function that formats instants as `2026-05-01 14:03` in a time zone, and null as `-`. */
export function createInstantText(page: TimeOptions): (atMs: number | null) => string {
  const format = dateFormat('en-CA', {
    ...{ timeZone: page.timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  const toTime = createTimeText(page);
  return (atMs) => (atMs === null ? unknownText : `${format.format(atMs)} ${toTime(atMs)}`);
}

/** Creates a function that formats the time of day as `14:03`, or as `02:03 PM` where the person chose 12 hours. */
export function createTimeText({ timeZone, clock }: TimeOptions): (atMs: number) => string {
  const hourCycle = clock === '12' ? 'h12' : 'h23';
  const format = dateFormat('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle });
  // ICU puts a narrow no-break space before AM and PM, which not every terminal has.
  return (atMs) => format.format(atMs).replaceAll('\u202f', ' ');
}
