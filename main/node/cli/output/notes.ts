import type { UsageTotals } from '../../../../shared/domain/report.ts';
import type { SourceStatus } from '../../../../shared/snapshot/app-snapshot.ts';
import { hasFolder } from '../../../../shared/domain/doctor-report.ts';
import { usDollar } from '../../../../shared/domain/money.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { messages } from '../messages.ts';
import { dim, wrapText, type Page } from './page.ts';

const { answers } = messages.cli;

/** The notes below a table with costs: where the costs come from and what they leave out. */
export function formatNotes(page: Page, totals: UsageTotals, { hasCost }: CliOptions): string {
  const { currency, costMode } = page;
  const models = totals.unpricedModels.map(cleanText);
  const costNotes = [
    answers.costSource(costMode),
    ...(currency.code === usDollar.code ? [] : [answers.converted(currency)]),
    ...(models.length === 0 ? [] : [costMode === 'display' ? answers.costNotLogged(models) : answers.unpriced(models)]),
  ];
  const notes = [
    ...(hasCost ? costNotes : []),
    ...(totals.unfinishedEvents === 0 ? [] : [answers.unfinished(totals.unfinishedEvents, totals.events)]),
  ];
  return notes.map((note) => dim(page, wrapText(page, note))).join('\n');
}

/** A table with its notes below it. */
export function* withNotes(table: Iterable<string>, notes: string): Generator<string> {
  yield* table;
  if (notes === '') return;
  yield '';
  yield notes;
}

/** Replaces an empty table: which folders were searched, and what to do. */
export function formatNothingFound(page: Page, options: CliOptions, statuses: readonly SourceStatus[]): string {
  const searched = statuses.filter(({ source }) => options.source === null || source === options.source);
  if (searched.some(({ events }) => events > 0)) {
    const { since, until, last, filter, ids, isActiveOnly, isRecentOnly } = options;
    const isNarrowed =
      last !== null ||
      ids.length > 0 ||
      isActiveOnly ||
      isRecentOnly ||
      Object.values(filter).some((globs) => globs !== undefined);
    if (isNarrowed) return wrapText(page, answers.noMatch());
    if (since !== null || until !== null) return wrapText(page, answers.noUsage(since, until));
  }
  // There are dozens of folders: those of agents that are not here are left to `doctor`, unless one agent is meant.
  const isShown = (status: SourceStatus): boolean => searched.length === 1 || hasFolder(status);
  const folders = searched
    .filter(isShown)
    .flatMap(({ label, roots }) => roots.map((root) => answers.searched(label, cleanText(root.path), root)));
  const absent = searched.filter((status) => !isShown(status)).map(({ label }) => label);
  return [
    folders.length === 0 ? answers.noFolderFound : answers.nothingFound,
    ...folders.map((line) => `  ${line}`),
    ...(absent.length === 0 ? [] : [wrapText(page, answers.absent(absent))]),
    wrapText(page, answers.whatToDo),
  ].join('\n');
}
