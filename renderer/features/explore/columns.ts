import type { Currency } from '../../../shared/domain/money.ts';
import { cacheCreationTokens, promptTokens, totalTokens } from '../../../shared/domain/token-usage.ts';
import { compareValues } from '../../../shared/lib/compare.ts';
import { messages } from '../../messages.ts';
import type { ExploreRow } from './rows.ts';

/** The columns besides the name, by priority: without enough room, the last ones are dropped first. */
export const columnIds = [
  'total', 'cost', 'last', 'source', 'cached', 'responses', 'output', 'input', 'cacheWrite', 'cacheRead', 'models',
] as const; // prettier-ignore
export type ColumnId = (typeof columnIds)[number];
export type SortKey = 'name' | ColumnId;

/** Columns that are shown before anybody has chosen. */
export const usualColumns: readonly ColumnId[] = columnIds.filter((id) => id !== 'models' && id !== 'responses');

/** The order of a table. */
export interface Sorting {
  readonly by: SortKey;
  readonly isDescending: boolean;
}

/** What the texts of cells depend on besides the row. */
export interface CellContext {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly currency: Currency;
}

/**
 * Widths in CSS pixels at the usual text size, from left to right. The name takes what is left, but at least this much:
 * more beside many columns.
 */
const nameWidth = { few: 150, many: 190 };
const fewColumns = 3;
const widths: Readonly<Record<ColumnId, number>> = {
  source: 110,
  models: 150,
  last: 122,
  responses: 84,
  total: 122,
  cost: 84,
  cached: 84,
  input: 72,
  output: 72,
  cacheWrite: 88,
  cacheRead: 88,
};
const places = Object.keys(widths) as readonly ColumnId[];
/** The width of a letter in the small font size, in CSS pixels: Latin and Arabic script, and East Asian scripts. */
const letterPx = { narrow: 6.6, wide: 13 };
/** Beside a heading: the padding of its cell and the sort arrow. */
const besideHeadingPx = 30;

/** The width of a column: enough for its heading, whose length depends on the language. */
export function toWidth(id: ColumnId, heading: string = words.columns[id]): number {
  const letters = [...heading].map((letter) => (letter >= '\u2e80' ? letterPx.wide : letterPx.narrow));
  return Math.max(widths[id], Math.ceil(letters.reduce((sum, px) => sum + px, besideHeadingPx)));
}

const { common, explore: words, format } = messages;

/** Whether a column holds figures, which are aligned at the end. */
export function isNumber(id: ColumnId): boolean {
  return id !== 'source' && id !== 'models' && id !== 'last';
}

/** The chosen columns that fit, from left to right. `scale`: how large the text is against the usual size. */
export function fitColumns(chosen: readonly ColumnId[], width: number, scale: number): readonly ColumnId[] {
  let left = width / scale;
  let count = 0;
  const fitting = columnIds.filter((id) => {
    if (!chosen.includes(id)) return false;
    left -= toWidth(id);
    count += 1;
    return left >= (count > fewColumns ? nameWidth.many : nameWidth.few);
  });
  return places.filter((id) => fitting.includes(id));
}

/** The tracks of the grid beside the name's. */
export function toTracks(columns: readonly ColumnId[]): string {
  return columns.map((id) => `${toWidth(id) / 16}rem`).join(' ');
}

/** The order that a table begins with: the latest first where rows are times or sessions, else the largest. */
export function toUsualSorting(grouping: string): Sorting {
  const by = grouping === 'session' ? 'last' : grouping === 'day' || grouping === 'month' ? 'name' : 'total';
  return { by, isDescending: true };
}

/** Sorts rows; unknown values come last in both directions. */
export function sortRows(rows: readonly ExploreRow[], { by, isDescending }: Sorting): readonly ExploreRow[] {
  const direction = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: toSortable(row, by) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return direction * compareValues(a.value, b.value) || compareValues(a.row.id, b.row.id);
    })
    .map(({ row }) => row);
}

/** The value of a row in a column, as it is sorted and exported. */
function toSortable(row: ExploreRow, by: SortKey): string | number | null {
  const { usage } = row;
  switch (by) {
    case 'name':
      return row.order;
    case 'source':
      return row.agent;
    case 'models':
      return row.models.join(', ');
    case 'last':
      return row.lastAtMs;
    case 'responses':
      return row.events;
    case 'total':
      return totalTokens(usage);
    case 'cost':
      return row.costMicroUsd;
    case 'cached':
      return promptTokens(usage) === 0 ? null : (100 * usage.cacheReadTokens) / promptTokens(usage);
    case 'input':
      return usage.inputTokens;
    case 'output':
      return usage.outputTokens;
    case 'cacheWrite':
      return cacheCreationTokens(usage);
    case 'cacheRead':
      return usage.cacheReadTokens;
  }
}

/** What a cell shows; null where unknown. */
export function toCell(row: ExploreRow, id: ColumnId, { nowMs, timeZone, currency }: CellContext): string | null {
  const value = toSortable(row, id);
  if (value === null || typeof value === 'string') return value;
  if (id === 'last') return format.moment(value, nowMs, timeZone);
  if (id === 'cached') return format.percent(value);
  return id === 'cost' ? format.cost(row, currency) : format.compact(value);
}

/** What a cell says more exactly, on hover and to screen readers; null where it says all. */
export function toCellTitle(row: ExploreRow, id: ColumnId, { timeZone }: CellContext): string | null {
  const value = toSortable(row, id);
  if (id === 'cost') {
    if (value === null || row.unpricedModels.length > 0) return words.noCostFor(common.someOf(row.unpricedModels));
    return words.costTitle;
  }
  if (value === null || typeof value === 'string') return value;
  if (id === 'cached') return null;
  return id === 'last' ? format.dateTime(value, timeZone) : format.integer(value);
}
