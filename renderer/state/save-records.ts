import { saveFile } from './save-file.ts';
import { markEncoding, toCsv } from './to-csv.ts';

/** One row of what is shown, with exact figures in their units and null for unknown. All rows have the same members. */
export type ExportRecord = Readonly<Record<string, string | number | null>>;
export const recordKinds = ['csv', 'json'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Saves rows under a name without an ending. CSV has the members' names in its first line. */
export function saveRecords(kind: RecordKind, name: string, records: readonly ExportRecord[]): void {
  if (kind === 'json') saveFile(`${name}.json`, 'application/json', `${JSON.stringify(records, null, 2)}\n`);
  else saveFile(`${name}.csv`, 'text/csv', markEncoding(toRecordCsv(records)));
}

/** Rows as CSV, under the names of the first one's members; empty without rows. */
export function toRecordCsv(records: readonly ExportRecord[]): string {
  const names = Object.keys(records[0] ?? {});
  return names.length === 0
    ? ''
    : toCsv([names, ...records.map((record) => names.map((name) => record[name] ?? null))]);
}
