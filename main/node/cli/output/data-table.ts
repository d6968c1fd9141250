import type { CliOptions } from '../options/cli-options.ts';
import type { Column } from './table.ts';

/** A column and when it is left out: `cost` by `--no-cost`, `detail` by `--compact`. */
export interface DataColumn extends Column {
  readonly role?: 'cost' | 'detail';
}

/** Rows of a command, ready for a text or Markdown table. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: Iterable<readonly string[]>;
  /** The last row, below a rule. */
  readonly totals?: readonly string[];
}

/** Leaves out the columns that the options do not want. */
export function selectColumns(table: DataTable, { hasCost, isCompact }: CliOptions): DataTable {
  const isWanted = ({ role }: DataColumn): boolean => role === undefined || (role === 'cost' ? hasCost : !isCompact);
  if (table.columns.every(isWanted)) return table;
  const select = (cells: readonly string[]): readonly string[] =>
    cells.filter((_, index) => isWanted(table.columns[index] ?? { head: '' }));
  return {
    columns: table.columns.filter(isWanted),
    rows: Array.from(table.rows, select),
    ...(table.totals === undefined ? {} : { totals: select(table.totals) }),
  };
}
