import { WrongValue } from '../command-failure.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import type { CsvColumn } from './csv.ts';
import type { Column } from './table.ts';

/**
 * A column, and when it is left out: `cost` by `--no-cost`, `detail` by `--compact`. `--columns` selects it by its
 * name, which scripts rely on.
 */
export interface DataColumn extends Column {
  readonly name?: string;
  readonly role?: 'cost' | 'detail';
}

/** Rows of a command, ready for a text or Markdown table. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: Iterable<readonly string[]>;
  /** The last row, below a rule. */
  readonly totals?: readonly string[];
}

type ColumnChoice = Pick<CliOptions, 'hasCost' | 'isCompact' | 'columns'>;

/**
 * The columns that the options want: those that they name, in that order, or all but those that they leave out. Throws a
 * `WrongValue` for a name that no column has.
 */
export function selectColumns(table: DataTable, { hasCost, isCompact, columns: names }: ColumnChoice): DataTable {
  const isWanted = ({ role }: DataColumn): boolean => role === undefined || (role === 'cost' ? hasCost : !isCompact);
  if (names === null && table.columns.every(isWanted)) return table;
  const indexes =
    names === null
      ? table.columns.flatMap((column, index) => (isWanted(column) ? [index] : []))
      : findColumns(table.columns, names);
  const select = (cells: readonly string[]): readonly string[] => indexes.map((index) => cells[index] ?? '');
  return {
    columns: indexes.map((index) => toChosen(table.columns[index] ?? { head: '' }, names !== null)),
    rows: Array.from(table.rows, select),
    ...(table.totals === undefined ? {} : { totals: select(table.totals) }),
  };
}

/** A person who names columns wants to see them, however narrow the terminal is. */
function toChosen({ dropped, ...column }: DataColumn, isNamed: boolean): DataColumn {
  return isNamed || dropped === undefined ? column : { ...column, dropped };
}

/** The columns of CSV output that the options name; all of them when they name none. Throws as `selectColumns` does. */
export function selectCsvColumns<Row>(
  columns: readonly CsvColumn<Row>[],
  { columns: names }: Pick<CliOptions, 'columns'>,
): readonly CsvColumn<Row>[] {
  return names === null ? columns : findColumns(columns, names).flatMap((index) => columns[index] ?? []);
}

function findColumns(columns: readonly { readonly name?: string }[], names: readonly string[]): readonly number[] {
  return names.map((name) => {
    const index = columns.findIndex((column) => column.name === name);
    if (index < 0) {
      const known = columns.flatMap((column) => column.name ?? []);
      throw new WrongValue(messages.cli.help.wrongUsage.column(name, known));
    }
    return index;
  });
}
