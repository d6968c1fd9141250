import { type CsvValue, toCsvField } from '../../shared/lib/csv-field.ts';

/** Rows as comma-separated values; lines end as RFC 4180 has it. */
export function toCsv(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(toCsvField).join(',')}\r\n`).join('');
}

/** CSV with the mark of UTF-8 in front where it has more than ASCII: without it, Excel takes it for another encoding. */
export function markEncoding(csv: string): string {
  return /[^\s -~]/.test(csv) ? `\uFEFF${csv}` : csv;
}
