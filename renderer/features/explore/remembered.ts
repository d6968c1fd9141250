import { readKept, writeKept } from '../../state/page-storage.ts';
import { columnIds, usualColumns, type ColumnId } from './columns.ts';

const place = 'fuelgauge.explore.columns';

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
