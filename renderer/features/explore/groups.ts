import type { Report, ReportRow } from '../../../shared/domain/report.ts';
import { createPathNames } from '../../../shared/lib/path-name.ts';
import { hasWords, toSearchWords } from '../../../shared/lib/text-search.ts';
import { createKeyReader, type ExploreChoice, type Grouping, type Origin } from './choice.ts';
import { sortRows, type Sorting } from './columns.ts';
import { addRow, toExploreRow, toRowOf, type ExploreRow, type RowContext } from './rows.ts';

/** A row of the table, and the rows inside it; none where the table is not divided further. */
export interface ExploreGroup {
  readonly row: ExploreRow;
  readonly parts: readonly ExploreRow[];
}

/** A line of the table. */
export interface TableLine {
  readonly row: ExploreRow;
  /** The row that it is inside of; null for a row of its own. */
  readonly inside: ExploreRow | null;
  /** Whether the rows inside are shown; null without any. */
  readonly isOpen: boolean | null;
}

/** The rows of a report as the table shows them. */
export function toExploreGroups(report: Report, choice: ExploreChoice, context: RowContext): readonly ExploreGroup[] {
  const { of, then } = choice;
  const by: Grouping = of === null ? choice.by : 'session';
  const keyOf = createKeyReader(choice);
  const isWanted = (row: ReportRow): boolean => of?.parts.every((part) => keyOf(row, part.by) === part.key) ?? true;
  const merged = new Map<string, { row: ReportRow; parts: Map<string, ReportRow> }>();
  for (const row of report.rows) {
    if (!isWanted(row)) continue;
    const key = keyOf(row, by);
    const id = JSON.stringify([key, row.source]);
    const held = merged.get(id);
    const group = held ?? { row: { ...row, key }, parts: new Map<string, ReportRow>() };
    if (held === undefined) merged.set(id, group);
    else group.row = addRow(group.row, row);
    if (of === null && then !== null) addPart(group.parts, { ...row, key: keyOf(row, then) });
  }
  const groups = [...merged.values()];
  const rowContext = withFolders(context, by, () => groups.map(({ row }) => row.key));
  const partContext = withFolders(context, then ?? by, () =>
    groups.flatMap(({ parts }) => [...parts.values()].map(({ key }) => key)),
  );
  return [...merged].map(([id, { row, parts }]) => ({
    row: toExploreRow(row, by, id, rowContext),
    parts: [...parts].map(([key, part]) => toExploreRow(part, then ?? by, `${id}${key}`, partContext)),
  }));
}

/** Distinguishes folders of the same name. */
function withFolders(context: RowContext, by: Grouping, listKeys: () => readonly (string | null)[]): RowContext {
  return by === 'project' || by === 'repository' ? { ...context, folderName: createPathNames(listKeys()) } : context;
}

function addPart(parts: Map<string, ReportRow>, row: ReportRow): void {
  const id = JSON.stringify([row.key]);
  const held = parts.get(id);
  parts.set(id, held === undefined ? row : addRow(held, row));
}

/**
 * The groups in which every word of a text is found. Where they are divided, the words may be in the name of the row or
 * in the row inside, and a row is the sum of the rows inside that are left.
 */
export function filterGroups(groups: readonly ExploreGroup[], text: string): readonly ExploreGroup[] {
  const words = toSearchWords(text);
  if (words.length === 0) return groups;
  return groups.flatMap((group): readonly ExploreGroup[] => {
    const { row, parts } = group;
    if (parts.length === 0) return hasWords(row.text, words) ? [group] : [];
    const found = parts.filter((part) => hasWords(`${row.nameText}\n${part.text}`, words));
    if (found.length === parts.length) return [group];
    return found.length === 0 ? [] : [{ row: toRowOf(row, found), parts: found }];
  });
}

/** Groups in an order; the rows inside them stay as they are. */
export function sortGroups(groups: readonly ExploreGroup[], sorting: Sorting): readonly ExploreGroup[] {
  const groupOf = new Map(groups.map((group) => [group.row, group]));
  return sortRows([...groupOf.keys()], sorting).flatMap((row) => groupOf.get(row) ?? []);
}

/** The lines of a table, in order; the rows inside follow the row that is open. */
export function toLines(
  groups: readonly ExploreGroup[],
  sorting: Sorting,
  isOpen: (id: string) => boolean,
): readonly TableLine[] {
  return sortGroups(groups, sorting).flatMap(({ row, parts }): readonly TableLine[] => {
    if (parts.length === 0) return [{ row, inside: null, isOpen: null }];
    const line = { row, inside: null, isOpen: isOpen(row.id) };
    if (!line.isOpen) return [line];
    return [line, ...sortRows(parts, sorting).map((part) => ({ row: part, inside: row, isOpen: null }))];
  });
}

/** Where a line leads: to the timeline of a session, or to the sessions that its usage is of. */
export function toTarget({ row, inside }: TableLine, { by, then, of }: ExploreChoice): Origin | { session: string } {
  const { source } = row;
  if (of !== null) return { session: row.key ?? '' };
  const parts =
    inside === null || then === null
      ? [{ by, key: row.key }]
      : [
          { by, key: inside.key },
          { by: then, key: row.key },
        ];
  const session = parts.find((part) => part.by === 'session');
  return session === undefined ? { parts, source } : { session: session.key ?? '' };
}
