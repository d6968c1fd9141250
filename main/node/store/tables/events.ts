import type { CompactableTable } from '../../../../shared/ledger/compact-events.ts';
import { compactedId, type EventTable, type StoredMember } from '../../../../shared/ledger/event-table.ts';
import type { EventName, LedgerEvent } from '../../../../shared/ledger/ledger-event.ts';
import type { CompactedTable } from './compacted.ts';
import { eventColumns, eventFlags, type EventRows, isReplayRow, selectedColumns } from './event-rows.ts';
import { type FreshRows, readFreshRows } from './fresh-rows.ts';
import { beginFirstFill, endFirstFill, type FirstFill, lacksIndexes } from './first-fill.ts';
import { toStoredHash } from './hash-name.ts';
import type { SqliteDatabase, SqliteRow } from '../../sqlite/sqlite-driver.ts';
import { InconsistentLedgerError } from '../store-errors.ts';
import type { ThreadTable } from './threads.ts';

/** An event table in SQLite. Use it inside a transaction. */
export interface SqliteEventTable extends EventTable, CompactableTable {
  /**
   * Call at the start of every transaction. With `mayFill`, an empty ledger drops the indexes that slow down a first
   * scan; the next transaction without `mayFill` creates them.
   */
  begin(mayFill: boolean): void;
  /** Whether indexes are missing. */
  isFilling(): boolean;
  /** Call at the end of every transaction: indexes the fresh rows once there are enough of them. */
  end(): void;
  /** Clears the in-memory state after a rollback. */
  forget(): void;
}

/** Whether a row is in the indexes by name and by group. SQLite uses them only if the query has this condition. */
const isIndexed = `flags & ${eventFlags.fresh} = 0`;

/** From this many items on, one statement for all of them pays off. */
const minBatch = 4;

function toJsonList(values: readonly (number | bigint)[]): string {
  return `[${values.join(',')}]`;
}

/**
 * Builds the access to the tables `events`, `aliases` and `forwards`. `noteChange` receives the times, old and new, at
 * which the numbers of events change; compacting an event changes none.
 */
export function createSqliteEventTable(
  database: SqliteDatabase,
  rows: EventRows,
  threads: ThreadTable,
  compacted: CompactedTable,
  noteChange: (atMs: number) => void,
): SqliteEventTable {
  const prepare = (sql: string) => database.prepare(sql);
  const findKey = prepare(`SELECT id FROM events WHERE key_hash = ? AND ${isIndexed}`);
  // An alias of an event that no longer exists belongs to a compacted event.
  const findAlias = prepare(`
    SELECT coalesce((SELECT id FROM events
      WHERE id = coalesce((SELECT keeper FROM forwards WHERE event = aliases.event), aliases.event)), ${compactedId}) AS id
    FROM aliases WHERE hash = ?`);
  const readEvent = prepare(`SELECT ${selectedColumns} FROM events WHERE id = ?`);
  const readKey = prepare(
    `SELECT printf('%016x', key_hash) AS key, flags, at_ms, replay_group FROM events WHERE id = ?`,
  );
  const readLastId = prepare(`
    SELECT max(coalesce((SELECT max(id) FROM events), 0), coalesce((SELECT max(event) FROM forwards), 0)) AS id`);
  const addEvent = prepare(`
    INSERT INTO events (${eventColumns.join(', ')}, id) VALUES (${eventColumns.map(() => '?').join(', ')}, ?)`);
  const changeEvent = prepare(`UPDATE events SET ${eventColumns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`);
  const removeEvent = prepare('DELETE FROM events WHERE id = ?');
  const addAlias = prepare('INSERT OR REPLACE INTO aliases (hash, event) VALUES (?, ?)');
  const removeAlias = prepare('DELETE FROM aliases WHERE hash = ?');
  const addForward = prepare('INSERT INTO forwards (event, keeper) VALUES (?, ?)');
  const moveForwards = prepare('UPDATE forwards SET keeper = ? WHERE keeper = ?');
  const readGroupSize = prepare(`
    SELECT count(*) AS size, max(flags & ${eventFlags.replay}) AS replays FROM events
    WHERE replay_group = ? AND ${isIndexed}`);
  const readGroup = prepare(`
    SELECT ${selectedColumns}, threads.family AS family FROM events LEFT JOIN threads ON threads.id = events.thread
    WHERE replay_group = ? AND ${isIndexed}`);
  const mark = prepare('UPDATE events SET flags = ? WHERE id = ?');
  const readFamilyGroups = prepare(`
    SELECT DISTINCT replay_group FROM events WHERE thread IN (SELECT id FROM threads WHERE family = ?)`);
  const readOldest = prepare(`SELECT ${selectedColumns} FROM events WHERE at_ms < ? ORDER BY at_ms, id LIMIT ?`);
  const readAnyAlias = prepare('SELECT EXISTS (SELECT 1 FROM aliases) AS any');
  // Lists are passed as JSON text, which SQLite reads like a table: one statement instead of thousands.
  const findKeys = prepare(`
    SELECT printf('%016x', key_hash) AS name FROM events
    WHERE key_hash IN (SELECT value FROM json_each(?1)) AND ${isIndexed}
    UNION ALL SELECT printf('%016x', hash) FROM aliases WHERE hash IN (SELECT value FROM json_each(?1))`);
  const findSuspects = prepare(`
    SELECT DISTINCT replay_group FROM (
      SELECT replay_group, thread, flags FROM events
      WHERE replay_group IN (SELECT value FROM json_each(?1)) AND ${isIndexed}
      UNION ALL SELECT replay_group, thread, flags FROM events
      WHERE id IN (SELECT value FROM json_each(?2)) AND replay_group IN (SELECT value FROM json_each(?1))
    ) AS members LEFT JOIN threads ON threads.id = members.thread
    GROUP BY replay_group, family HAVING count(*) > 1 OR max(flags & ${eventFlags.replay})`);
  const readMembers = prepare(`
    SELECT ${selectedColumns}, threads.family AS family FROM events LEFT JOIN threads ON threads.id = events.thread
    WHERE events.id IN (SELECT value FROM json_each(?)) AND replay_group = ?`);
  let nextId = 0;
  let fill: FirstFill | null = null;
  /** Null while filling, and until a transaction begins. */
  let fresh: FreshRows | null = null;
  /** Whether all indexes are known to exist; only relevant when `fill` is null. */
  let isKnownWhole = false;
  /** Names known not to exist in the ledger so far. */
  const absent = new Set<EventName>();
  // Most ledgers have no aliases, so half of the look-ups can be skipped.
  let hasAliases = false;
  let hasMarks = false;
  const putAlias = (name: EventName, id: number): void => {
    addAlias.run(toStoredHash(name), id);
    absent.delete(name);
    fill?.name(name, id);
    hasAliases = true;
  };
  const joinGroup = ({ profile, replay }: LedgerEvent, id: number): void => {
    if (fill === null || replay === null) return;
    fill.join(replay.group, id, replay.threadId === null ? 0 : threads.idOf(profile.source, replay.threadId));
  };
  const isFilling = (): boolean => {
    if (fill !== null) return true;
    isKnownWhole ||= !lacksIndexes(database);
    return !isKnownWhole;
  };
  const toMember = (row: SqliteRow): StoredMember => ({
    id: Number(row['id']),
    event: rows.toEvent(row),
    isReplay: isReplayRow(row),
    family: row['family'] === null ? null : Number(row['family']),
  });

  return {
    isFilling,
    end() {
      if (fresh?.isFull(nextId) === true) fresh.index();
    },
    forget() {
      fill = null;
      fresh = null;
      isKnownWhole = false;
    },
    begin(mayFill) {
      absent.clear();
      nextId = Number(readLastId.get()?.['id']) + 1;
      hasAliases = readAnyAlias.get()?.['any'] === 1;
      hasMarks = compacted.hasMarks();
      const isEmpty = nextId === 1 && !hasAliases && !hasMarks;
      if (mayFill && (fill === null ? isEmpty : !fill.isFull())) {
        fill ??= beginFirstFill(database, threads.familyOf);
      } else if (isFilling()) {
        endFirstFill(database);
        fill = null;
      }
      if (fill === null) fresh ??= readFreshRows(database);
    },
    expectNames(names) {
      if (fill !== null || names.length < minBatch) return;
      const found = new Set(findKeys.all(toJsonList(names.map(toStoredHash))).map((row) => row['name']));
      for (const name of names) if (!found.has(name)) absent.add(name);
    },
    idOf(name) {
      if (fill !== null) return fill.find(name);
      const freshId = fresh?.find(name);
      if (freshId !== undefined) return freshId;
      if (absent.has(name)) return null;
      const hash = toStoredHash(name);
      const row = findKey.get(hash) ?? (hasAliases ? findAlias.get(hash) : undefined);
      return row === undefined ? null : Number(row['id']);
    },
    load(id) {
      const row = readEvent.get(id);
      if (row === undefined) throw new InconsistentLedgerError(`the ledger lacks event ${id}`);
      return rows.toEvent(row);
    },
    insert(event) {
      const id = nextId++;
      addEvent.run(...rows.toValues(event, fresh === null ? 0 : eventFlags.fresh), id);
      fresh?.add(event.key, event.replay?.group ?? null, id);
      absent.delete(event.key);
      noteChange(event.atMs);
      fill?.name(event.key, id);
      joinGroup(event, id);
      return id;
    },
    replace(id, event) {
      const before = readKey.get(id);
      const oldKey = String(before?.['key']);
      const flags = Number(before?.['flags']) & (eventFlags.replay | eventFlags.fresh);
      if ((flags & eventFlags.fresh) !== 0) {
        fresh?.forgetKey(oldKey);
        fresh?.add(event.key, event.replay?.group ?? null, id);
      }
      if (oldKey !== event.key) {
        absent.delete(event.key);
        removeAlias.run(toStoredHash(event.key));
        putAlias(oldKey, id);
        fill?.name(event.key, id);
      }
      joinGroup(event, id);
      if (event.replay !== null && (flags & eventFlags.replay) !== 0) fill?.suspect(event.replay.group);
      changeEvent.run(...rows.toValues(event, flags), id);
      noteChange(Number(before?.['at_ms']));
      noteChange(event.atMs);
    },
    remove(id, keeper) {
      const before = readKey.get(id);
      removeEvent.run(id);
      fresh?.forgetKey(String(before?.['key']));
      noteChange(Number(before?.['at_ms']));
      fill?.forward(id, keeper);
      putAlias(String(before?.['key']), keeper);
      moveForwards.run(keeper, id);
      addForward.run(id, keeper);
    },
    addName(id, name) {
      putAlias(name, id);
    },
    groupOf(group) {
      if (fill !== null) {
        return { members: readMembers.all(toJsonList(fill.membersOf(group)), group).map(toMember), marks: [] };
      }
      const marks = hasMarks ? compacted.marksOf(group) : [];
      const freshIds = fresh?.membersOf(group) ?? [];
      const size = readGroupSize.get(group);
      const isAlone = Number(size?.['size']) + marks.length < 2 && Number(size?.['replays']) === 0;
      if (isAlone && freshIds.length === 0) return { members: [], marks: [] };
      const freshRows = freshIds.length === 0 ? [] : readMembers.all(toJsonList(freshIds), group);
      return { members: [...readGroup.all(group), ...freshRows].map(toMember), marks };
    },
    suspectGroups(groups) {
      const known = fill;
      if (known !== null) return [...groups].filter((group) => known.isSuspect(group));
      if (hasMarks || groups.size < minBatch) return groups;
      const freshIds = [...groups].flatMap((group) => fresh?.membersOf(group) ?? []);
      return findSuspects.all(toJsonList([...groups]), toJsonList(freshIds)).map((row) => Number(row['replay_group']));
    },
    setReplay(id, isReplay) {
      const before = readKey.get(id);
      const flags = Number(before?.['flags']);
      noteChange(Number(before?.['at_ms']));
      // The group is checked again: the original may turn out to belong to another thread, and then this event counts.
      if (isReplay) fill?.suspect(Number(before?.['replay_group']));
      mark.run(isReplay ? flags | eventFlags.replay : flags & ~eventFlags.replay, id);
    },
    link({ source, threadId, parentId }) {
      const family = threads.familyOf(threads.idOf(source, threadId));
      const into = threads.familyOf(threads.idOf(source, parentId));
      if (family === into) return [];
      const groups = readFamilyGroups.all(family).map((row) => Number(row['replay_group']));
      if (hasMarks) groups.push(...compacted.groupsOfFamily(family));
      threads.join(family, into);
      return groups;
    },
    oldestBefore: (beforeMs, limit) =>
      readOldest
        .all(beforeMs, limit)
        .map((row) => ({ id: Number(row['id']), event: rows.toEvent(row), isReplay: isReplayRow(row) })),
    addToCell: compacted.addToCell,
    addMark: compacted.addMark,
    compact(id) {
      const key = String(readKey.get(id)?.['key']);
      removeEvent.run(id);
      fresh?.forgetKey(key);
      putAlias(key, compactedId);
      // New ids continue from the largest one. This one must not be reused, since aliases still refer to it.
      if (id === nextId - 1) addForward.run(id, compactedId);
    },
  };
}
