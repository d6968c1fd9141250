import { readKept, writeKept } from '../../state/page-storage.ts';
import { columnIds, usualColumns, type ColumnId, type Sorting } from './columns.ts';

const place = 'fuelgauge.explore.columns';
const sortingPlace = 'fuelgauge.explore.sorting';

/** The columns that were chosen last; the usual ones where none are remembered. */
export function readColumns(): readonly ColumnId[] {
  return parseColumns(readKept(place));
}

/** Remembers chosen columns, if the page may store anything. */
export function writeColumns(columns: readonly ColumnId[]): void {
  writeKept(place, columns.join(','));
}

/** The columns of a remembered text, without those that are no longer known. */
export function parseColumns(text: string | null): readonly ColumnId[] {
  if (text === null) return usualColumns;
  const names = text.split(',');
  return columnIds.filter((id) => names.includes(id));
}

/** The order that was chosen last for a table, by what its rows stand for; null where none is remembered. */
export function readSorting(table: string): Sorting | null {
  return parseSorting(readKept(`${sortingPlace}.${table}`));
}

/** Remembers an order, if the page may store anything. */
export function writeSorting(table: string, { by, isDescending }: Sorting): void {
  writeKept(`${sortingPlace}.${table}`, `${by},${isDescending ? 'desc' : 'asc'}`);
}

/** The order of a remembered text; null where its column is no longer known. */
export function parseSorting(text: string | null): Sorting | null {
  const [name, direction] = (text ?? '').split(',');
  const by = (['name', ...columnIds] as const).find((each) => each === name);
  return by === undefined ? null : { by, isDescending: direction === 'desc' };
}

/** How far tables have been scrolled, by an id: plain, since nothing is drawn from it. */
export function createScrolled(): Map<string, number> {
  return new Map();
}

/** The row of each table that was opened last, by the same id: the focus comes back to it. */
export function createOpened(): Map<string, string> {
  return new Map();
}
