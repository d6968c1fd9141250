import type { ExportRecord } from './save-records.ts';

/** Rows whose names are replaced by numbers: the same name has the same number everywhere, e.g. `name 1`. Null stays null. */
export function hideNames(records: readonly ExportRecord[], members: readonly string[]): readonly ExportRecord[] {
  const number = createNumbering();
  return records.map((record) => ({
    ...record,
    ...Object.fromEntries(
      members.flatMap((member) => {
        const value = record[member];
        return value === undefined || value === null ? [] : [[member, `${member} ${number(member, String(value))}`]];
      }),
    ),
  }));
}

/** Numbers the names of each kind in order of appearance, from 1. */
function createNumbering(): (kind: string, name: string) => number {
  const kinds = new Map<string, Map<string, number>>();
  return (kind, name) => {
    const names = kinds.get(kind) ?? new Map<string, number>();
    kinds.set(kind, names);
    const known = names.get(name) ?? names.size + 1;
    names.set(name, known);
    return known;
  };
}
