import { defaultProfile } from '../../../../shared/domain/profile-fields.ts';
import { type CompactedCell, compactedGrainMs } from '../../../../shared/ledger/compact-events.ts';
import { toDimensions } from '../../../../shared/ledger/profile.ts';
import type { CompactedMark } from '../../../../shared/ledger/compacted-marks.ts';
import type { StoredMark } from '../../../../shared/ledger/event-table.ts';
import type { CellQuery } from '../../../../shared/ports/event-store.ts';
import { toUsageCell } from './cell-rows.ts';
import { cellFlags as flags, summedColumns as sums } from './partial-sums.ts';
import type { ProfileTable } from './profiles.ts';
import type { SqliteDatabase, SqliteRow, SqliteStatement, SqliteValue } from '../../sqlite/sqlite-driver.ts';
import type { TextTable } from './texts.ts';
import type { ThreadTable } from './threads.ts';

/** What remains of compacted events, apart from their names. */
export interface CompactedTable {
  addToCell(part: CompactedCell): void;
  addMark(mark: CompactedMark): void;
  marksOf(group: number): readonly StoredMark[];
  /** Replay groups that have marks from a family's threads. */
  groupsOfFamily(family: number): readonly number[];
  hasMarks(): boolean;
  cells(query: Omit<CellQuery, 'grainMs'>): readonly CompactedCell[];
  allMarks(): readonly CompactedMark[];
}

const markColumns = `
  compacted_marks.replay_group AS replay_group, compacted_marks.thread AS thread, compacted_marks.source AS source,
  compacted_marks.bill AS bill, compacted_marks.output AS output, compacted_marks.is_sidechain AS is_sidechain`;

/** Builds the access to the tables `compacted_cells` and `compacted_marks`. */
export function createCompactedTable(
  database: SqliteDatabase,
  texts: TextTable,
  profiles: ProfileTable,
  threads: ThreadTable,
): CompactedTable {
  const addCell = database.prepare(`
    INSERT INTO compacted_cells (slice, profile, context_class, flags, first_ms, last_ms, ${sums.join(', ')})
    VALUES (?, ?, ?, ?, ?, ?, ${sums.map(() => '?').join(', ')})
    ON CONFLICT DO UPDATE SET first_ms = min(first_ms, excluded.first_ms), last_ms = max(last_ms, excluded.last_ms),
      ${sums.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`);
  const putMark = database.prepare(`
    INSERT OR IGNORE INTO compacted_marks (replay_group, thread, source, bill, output, is_sidechain)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const readMarks = database.prepare(`
    SELECT ${markColumns}, threads.family AS family
    FROM compacted_marks LEFT JOIN threads ON threads.id = compacted_marks.thread WHERE replay_group = ?`);
  const readAllMarks = database.prepare(`SELECT ${markColumns} FROM compacted_marks`);
  const readAnyMark = database.prepare('SELECT EXISTS (SELECT 1 FROM compacted_marks) AS any');
  const readFamilyGroups = database.prepare(`
    SELECT DISTINCT replay_group FROM compacted_marks
    WHERE thread > 0 AND thread IN (SELECT id FROM threads WHERE family = ?)`);
  const queries = new Map<string, SqliteStatement>();

  const toMark = (row: SqliteRow): CompactedMark => ({
    source: texts.textOf(Number(row['source'])),
    group: Number(row['replay_group']),
    threadId: row['thread'] === 0 ? null : threads.nameOf(Number(row['thread'])),
    billingHash: Number(row['bill']),
    outputTokens: Number(row['output']),
    isSidechain: row['is_sidechain'] === 1,
  });

  return {
    addToCell({ cell, isReplay }) {
      const { usage } = cell;
      addCell.run(
        cell.startMs / compactedGrainMs,
        profiles.idOf({ ...defaultProfile, ...toDimensions(cell) }),
        cell.contextClass,
        (cell.loggedCostEvents > 0 ? flags.logged : 0) | (isReplay ? flags.replay : 0),
        cell.firstAtMs,
        cell.lastAtMs,
        cell.events,
        cell.unfinishedEvents,
        usage.inputTokens,
        usage.cacheCreation5mTokens,
        usage.cacheCreation1hTokens,
        usage.cacheReadTokens,
        usage.outputTokens,
        usage.reasoningTokens,
        cell.webSearchRequests,
        cell.loggedCostMicroUsd,
      );
    },
    addMark(mark) {
      const thread = mark.threadId === null ? 0 : threads.idOf(mark.source, mark.threadId);
      const source = texts.idOf(mark.source);
      putMark.run(mark.group, thread, source, mark.billingHash, mark.outputTokens, mark.isSidechain ? 1 : 0);
    },
    marksOf: (group) =>
      readMarks
        .all(group)
        .map((row) => ({ ...toMark(row), family: row['family'] === null ? null : Number(row['family']) })),
    groupsOfFamily: (family) => readFamilyGroups.all(family).map((row) => Number(row['replay_group'])),
    hasMarks: () => readAnyMark.get()?.['any'] === 1,
    cells({ fromMs, toMs, source, sessionId }) {
      const conditions = ['true'];
      const values: SqliteValue[] = [];
      const restrict = (condition: string, value: SqliteValue | undefined): void => {
        if (value === undefined) return;
        conditions.push(condition);
        values.push(value);
      };
      restrict('slice >= ?', fromMs === undefined ? undefined : Math.ceil(fromMs / compactedGrainMs));
      restrict('slice < ?', toMs === undefined ? undefined : Math.ceil(toMs / compactedGrainMs));
      restrict('profile IN (SELECT id FROM profiles WHERE source = (SELECT id FROM texts WHERE text = ?))', source);
      restrict('profile IN (SELECT id FROM profiles WHERE session = (SELECT id FROM texts WHERE text = ?))', sessionId);
      const sql = `SELECT *, context_class AS class, flags AS bits FROM compacted_cells WHERE ${conditions.join(' AND ')}`;
      const query = queries.get(sql) ?? database.prepare(sql);
      queries.set(sql, query);
      return query.all(...values).map((row) => toCompactedCell(row, profiles));
    },
    allMarks: () => readAllMarks.all().map(toMark),
  };
}

function toCompactedCell(row: SqliteRow, profiles: ProfileTable): CompactedCell {
  const dimensions = profiles.dimensionsOf(Number(row['profile']));
  return {
    isReplay: (Number(row['bits']) & flags.replay) !== 0,
    cell: toUsageCell(row, dimensions, Number(row['slice']) * compactedGrainMs),
  };
}
