import type { DayKey } from '../../../shared/domain/calendar-day.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { isPeriod, type ReportRow } from '../../../shared/domain/report.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { cacheCreationTokens, totalTokens } from '../../../shared/domain/token-usage.ts';
import { compareValues } from '../../../shared/lib/compare.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';
import { formatDayKey } from './labels.ts';
import { toPathName } from '../../../shared/lib/path-name.ts';
import type { HistoryChoice } from './choice.ts';

/** Identifies a column, and what it sorts by. */
export type ColumnId = 'key' | 'split' | 'source' | 'last' | NumberColumnId;
type NumberColumnId = 'input' | 'output' | 'cacheWrite' | 'cacheRead' | 'total' | 'cost';

/** A column of the table. */
export interface Column {
  readonly id: ColumnId;
  readonly label: string;
  readonly isNumber: boolean;
  /** Holds names of any length: it takes the remaining space, and long names are cut off. */
  readonly isFlexible: boolean;
}

export interface Sorting {
  readonly column: ColumnId;
  readonly isDescending: boolean;
}

/** What the display of cells depends on. */
export interface CellContext {
  readonly nowMs: number;
  readonly today: DayKey;
  readonly timeZone: string;
  readonly labelOf: (source: SourceId) => string;
  readonly currency: Currency;
}

/** Content of a cell; `text` is null where the value is unknown. */
export interface Cell {
  readonly text: string | null;
  readonly title?: string;
}

const { common, format, history } = messages;
const words = history.table;

/** The columns for the choice, in order. */
export function toColumns(choice: HistoryChoice): readonly Column[] {
  const { columns } = words;
  const text = (id: ColumnId, label: string): Column => ({ id, label, isNumber: false, isFlexible: false });
  const names = (id: ColumnId, label: string): Column => ({ ...text(id, label), isFlexible: true });
  const number = (id: NumberColumnId): Column => ({ id, label: columns[id], isNumber: true, isFlexible: false });
  const key = isPeriod(choice.by) ? text : names;
  const isSplit = isPeriod(choice.by) && choice.split !== 'source';
  return [
    ...(choice.by === 'session'
      ? [names('split', columns.key.project), text('key', columns.key.session)]
      : [key('key', columns.key[choice.by])]),
    text('source', columns.source),
    ...(isSplit ? [names('split', columns.key[choice.split])] : []),
    ...(isPeriod(choice.by) ? [] : [text('last', columns.last)]),
    ...(['total', 'cost', 'input', 'output', 'cacheWrite', 'cacheRead'] as const).map(number),
  ];
}

/** The initial order of a table: the latest or largest first. */
export function toDefaultSorting(choice: HistoryChoice): Sorting {
  const column = isPeriod(choice.by) ? 'key' : choice.by === 'session' ? 'last' : 'total';
  return { column, isDescending: true };
}

/** Sorts rows; equal rows keep their order, and unknown values come last in both directions. */
export function sortRows(rows: readonly ReportRow[], sorting: Sorting): readonly ReportRow[] {
  const direction = sorting.isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = toSortable(a, sorting.column);
    const right = toSortable(b, sorting.column);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * compareValues(left, right);
  });
}

/** One page of rows. Pages count from 0; a page beyond the last one is the last one. */
export function toPage<Row>(
  rows: readonly Row[],
  page: number,
  pageSize: number,
): { readonly rows: readonly Row[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const valid = Math.min(Math.max(0, page), pages - 1);
  return { rows: rows.slice(valid * pageSize, (valid + 1) * pageSize), page: valid, pages };
}

/** The content of a cell. */
export function toCell(row: ReportRow, column: ColumnId, choice: HistoryChoice, context: CellContext): Cell {
  switch (column) {
    case 'key':
      return toKeyCell(row.key, choice, context);
    case 'split':
      return choice.by === 'session' || choice.split === 'project'
        ? toProjectCell(row.split)
        : { text: row.split === null ? null : cleanText(row.split) };
    case 'source':
      return { text: context.labelOf(row.source) };
    case 'last':
      return { text: format.moment(row.lastAtMs, context.nowMs, context.timeZone) };
    case 'cost':
      return {
        text: row.costMicroUsd === null ? null : format.money(row.costMicroUsd, context.currency),
        title:
          row.unpricedModels.length === 0
            ? common.apiEquivalentCost
            : words.noCostFor(common.someOf(row.unpricedModels)),
      };
    case 'total':
      return { text: format.integer(toNumber(row, column)) };
    default:
      return toCompactCell(toNumber(row, column));
  }
}

/** A rounded figure with the exact one as its title: six columns of exact ones would not fit the window. */
export function toCompactCell(count: number): Cell {
  return { text: format.compact(count), title: format.integer(count) };
}

function toKeyCell(key: string | null, { by }: HistoryChoice, { today }: CellContext): Cell {
  if (by === 'project') return toProjectCell(key);
  if (key === null) return { text: words.withoutKey[by] ?? null };
  if (isPeriod(by)) return { text: formatDayKey(key, today), title: formatDayKey(key) };
  return by === 'session' ? { text: cleanText(key).slice(0, 8), title: cleanText(key) } : { text: cleanText(key) };
}

function toProjectCell(path: string | null): Cell {
  return path === null
    ? { text: common.noProject, title: common.noProjectReason }
    : { text: toPathName(path), title: cleanText(path) };
}

function toSortable(row: ReportRow, column: ColumnId): string | number | null {
  switch (column) {
    case 'key':
      return row.key;
    case 'split':
      return row.split;
    case 'source':
      return row.source;
    case 'last':
      return row.lastAtMs;
    case 'cost':
      return row.costMicroUsd;
    default:
      return toNumber(row, column);
  }
}

/** The token figure of a column. */
export function toNumber(
  row: Pick<ReportRow, 'usage'>,
  column: Exclude<ColumnId, 'key' | 'split' | 'source' | 'last' | 'cost'>,
): number {
  switch (column) {
    case 'input':
      return row.usage.inputTokens;
    case 'output':
      return row.usage.outputTokens;
    case 'cacheWrite':
      return cacheCreationTokens(row.usage);
    case 'cacheRead':
      return row.usage.cacheReadTokens;
    case 'total':
      return totalTokens(row.usage);
  }
}
