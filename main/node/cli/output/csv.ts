import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { type CsvValue, toCsvField } from '../../../../shared/lib/csv-field.ts';

/** A column of CSV output. Scripts rely on its name. */
export interface CsvColumn<Row> {
  readonly name: string;
  value(row: Row): CsvValue;
}

/** Yields the lines of a CSV file with a header (RFC 4180, but lines end with a line feed alone). */
export function* formatCsv<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): Generator<string> {
  yield columns.map(({ name }) => name).join(',');
  for (const row of rows) yield columns.map((column) => toCell(column.value(row))).join(',');
}

function toCell(value: CsvValue): string {
  return toCsvField(typeof value === 'string' ? cleanText(value) : value);
}
