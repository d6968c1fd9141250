import { cleanText } from '../../../../shared/lib/clean-text.ts';

/** A value of a cell; null is empty. */
export type CsvValue = string | number | null;

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

/** Spreadsheets run a text that begins like this as a formula, and names in logs are not to be trusted. */
const formula = /^[=+\-@\t\r]/;

function toCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = cleanText(value);
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
