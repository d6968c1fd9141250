import type { AllowanceChange } from '../../domain/limit-change.ts';
import type { LimitOrigin } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { createUnitMessages } from './units.ts';

const origins: Readonly<Record<LimitOrigin, string>> = {
  log: 'log',
  statusline: 'status line',
  file: 'file of the agent',
  api: 'asked the agent',
};

const units: Readonly<Record<BlockLimitUnit, string>> = {
  tokens: 'tokens',
  'tokens-in-out': 'tokens in and out',
  requests: 'requests',
  usd: 'API-equivalent cost',
};

/** Where a number comes from, as pages and the commands `explain` and `blocks` say it. */
export function createExplainRules(format: Formats) {
  return {
    newest: 'The figure is the newest observation, wherever it was found.',
    places: (count: number): string =>
      `${format.integer(count)} places report this window; where they differ, the newer one counts.`,
    binding: 'Of all windows, it is the one that stops you first.',
    pace: (elapsedPercent: number): string =>
      `When it was read, ${format.percent(elapsedPercent)} of the window’s time had passed.`,
    ...createAllowanceMessages(format),
    origins,
    officialReset: (endMoment: string, place: string | null): string =>
      `It ends at ${endMoment}, when the provider says its window resets${place === null ? '' : ` (${place})`}, and ` +
      'began five hours before.',
    firstEvent: (firstMoment: string): string =>
      `No reset is known for it: it begins with the full hour of its first event (${firstMoment}), or where the block ` +
      'before it ended if that is later, and lasts at most five hours.',
    noLimit: 'No limit is known for it: the settings choose no plan that gives one.',

    units,
    learning: (unit: string, blocks: number): string => `Usual full block, ${unit}: learning (${blocks} of 5 blocks).`,
    baseline: ({ unit, p90, interval, range, blocks }: BaselineWords): string =>
      `Usual full block, ${unit}: ${p90} (P90 of ${blocks} blocks; ${interval} in 9 of 10 such histories; ` +
      `blocks of ${range}).`,
    span: (low: string, high: string): string => `${low} to ${high}`,
  };
}

/** What a percent of a window is and what has changed of that. */
function createAllowanceMessages(format: Formats) {
  const { apiEquivalent } = createUnitMessages(format);
  const money = (usd: number): string => format.money(Math.round(usd * 1_000_000), usDollar);
  const dollars = (usd: number): string => apiEquivalent(Math.round(usd * 1_000_000), usDollar);
  return {
    capacity: ({ usdPerPercent, interval, pairs }: CapacityWords): string =>
      `Estimated from ${format.integer(pairs)} pairs of readings: one percent is ${dollars(usdPerPercent)} ` +
      `(${money(interval.low)} to ${money(interval.high)}).`,
    /** A percent stands for another amount of usage than before. */
    allowance: (change: AllowanceChange, moment: string): string => {
      const { before, after } = change;
      return (
        `Estimated: since ${moment} one percent is ${dollars(after.usdPerPercent)} and ` +
        `${format.compact(after.tokensPerPercent)} tokens; before, ${dollars(before.usdPerPercent)} and ` +
        `${format.compact(before.tokensPerPercent)} tokens (medians of ${format.integer(after.pairs)} and ` +
        `${format.integer(before.pairs)} pairs of readings). ${explainChange(change)}`
      );
    },
  };
}

/** What may be the reason of a change, other than the provider: a percent also stands for more when use elsewhere ends. */
function explainChange({ ratio, isWithPlan, isOtherModels }: AllowanceChange): string {
  if (isWithPlan) return 'The plan changed about then.';
  if (isOtherModels) return 'Other models were used than before, which may explain it.';
  return ratio < 1
    ? 'Use of the account elsewhere would look the same.'
    : 'The end of use of the account elsewhere would look the same.';
}

interface CapacityWords {
  readonly usdPerPercent: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly pairs: number;
}

interface BaselineWords {
  readonly unit: string;
  readonly p90: string;
  readonly interval: string;
  readonly range: string;
  readonly blocks: string;
}
