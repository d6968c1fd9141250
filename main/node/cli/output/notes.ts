import type { CostMode } from '../../../../shared/domain/price-choices.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import type { SourceStatus } from '../../../../shared/snapshot/app-snapshot.ts';
import { usDollar } from '../../../../shared/domain/money.ts';
import { formatInteger } from '../../../../shared/format/numbers.ts';
import type { CliOptions } from '../cli-options.ts';
import { cleanText } from './clean-text.ts';
import { faint, wrapText, type Page } from './page.ts';

const costNotes: Readonly<Record<CostMode, string>> = {
  calculate: 'API-equiv.: what these tokens cost at list prices, not what a subscription costs.',
  auto: 'API-equiv.: the cost that the log gives, else that of the tokens at list prices; not what a subscription costs.',
  display: 'API-equiv.: the cost that the log gives, and nothing where it gives none; not what a subscription costs.',
};

/** What must be said under every table with costs, or the numbers would claim too much. */
export function formatNotes(page: Page, totals: UsageTotals): string {
  const { currency, costMode } = page;
  const notes = [costNotes[costMode]];
  if (currency.code !== usDollar.code)
    notes.push(`Shown at your rate of ${currency.perUsd} ${currency.code} a dollar.`);
  if (totals.unpricedModels.length > 0) {
    const models = totals.unpricedModels.map(cleanText).join(', ');
    notes.push(
      costMode === 'display'
        ? `Without a cost in the log for some or all of it: ${models}.`
        : `Without a known price, and not in any cost: ${models}. How to give one: fuelgauge doctor.`,
    );
  }
  if (totals.unfinishedEvents > 0) {
    const [part, all] = [formatInteger(totals.unfinishedEvents), formatInteger(totals.events)];
    notes.push(`Output may be understated: the logs do not show the end of ${part} of ${all} events.`);
  }
  return notes.map((note) => faint(page, wrapText(page, note))).join('\n');
}

/** A table, and below it what `formatNotes` says. */
export function* withNotes(table: Iterable<string>, notes: string): Generator<string> {
  yield* table;
  yield '';
  yield notes;
}

/** What is said instead of an empty table: where we looked, and what to do. */
export function formatNothingFound(page: Page, options: CliOptions, statuses: readonly SourceStatus[]): string {
  const looked = statuses.filter(({ source }) => options.source === null || source === options.source);
  const hasFilter = options.since !== null || options.until !== null;
  if (hasFilter && looked.some(({ events }) => events > 0)) {
    const span = [
      options.since === null ? null : `since ${options.since}`,
      options.until === null ? null : `until ${options.until}`,
    ];
    return wrapText(
      page,
      `No usage ${span.filter((part) => part !== null).join(' ')}. Leave --since and --until out to see everything.`,
    );
  }
  const folders = looked.flatMap(({ label, roots }) =>
    roots.map(({ path, origin, state }) => `  ${label}: ${cleanText(path)} (${state}; ${origin})`),
  );
  return [
    'No usage found. Looked in:',
    ...(folders.length === 0 ? ['  no folder at all'] : folders),
    wrapText(page, 'Run one of these agents once, name another home with --home, or add its folder in the settings.'),
  ].join('\n');
}
