import { columnIds, usualColumns, type ColumnId } from './columns.ts';

const place = 'fuelgauge.explore.columns';

/** The columns that were chosen last; the usual ones where none are remembered. Never throws. */
export function readColumns(): readonly ColumnId[] {
  try {
    return parseColumns(localStorage.getItem(place));
  } catch {
    return usualColumns;
  }
}

/** Remembers chosen columns, where the page may. */
export function writeColumns(columns: readonly ColumnId[]): void {
  try {
    localStorage.setItem(place, columns.join(','));
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
}

/** The columns of a remembered text, without those that are no longer known. */
export function parseColumns(text: string | null): readonly ColumnId[] {
  if (text === null) return usualColumns;
  const names = text.split(',');
  return columnIds.filter((id) => names.includes(id));
}
