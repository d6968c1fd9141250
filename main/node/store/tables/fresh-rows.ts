import type { EventName } from '../../../../shared/ledger/ledger-event.ts';
import { eventFlags } from './event-rows.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';

/**
 * Recently added events, by name and by replay group. Their rows are not in these two indexes: names and groups arrive
 * in random order, so in a large ledger every event would rewrite a page of each. Fresh rows are the last ones of the
 * table; the next writer reads them into memory, and adds many of them to the indexes at once.
 */
export interface FreshRows {
  /** The fresh event with this key; undefined when there is none. */
  find(name: EventName): number | undefined;
  /** Adds a fresh event with this key, and its replay group if it has one. */
  add(key: EventName, group: number | null, id: number): void;
  /** Removes a key that no longer belongs to a fresh event. */
  forgetKey(key: EventName): void;
  /** Every fresh event that is or was in the group. */
  membersOf(group: number): readonly number[];
  /** Whether there are enough fresh rows to be worth indexing. `lastId` is the id of the newest event. */
  isFull(lastId: number): boolean;
  /** Adds them to the indexes; afterwards none are fresh. */
  index(): void;
}

/**
 * Indexing this many at once writes each page of the indexes once; a higher number costs memory, and time when a writer
 * starts.
 */
const minFull = 2_000;
const maxFull = 20_000;
/** In a larger ledger the indexes have more pages, so more rows must share the cost of writing them. */
const fullShare = 1 / 20;

/** Reads the fresh rows of a ledger; call inside a transaction. */
export function readFreshRows(database: SqliteDatabase): FreshRows {
  const keys = new Map<EventName, number>();
  const groups = new Map<number, number[]>();
  let count = 0;
  const add = (key: EventName, group: number | null, id: number): void => {
    keys.set(key, id);
    count += 1;
    if (group === null) return;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [id]);
    else if (!members.includes(id)) members.push(id);
  };
  for (const row of database.prepare(selectFresh).all()) {
    add(String(row['key']), row['replay_group'] === null ? null : Number(row['replay_group']), Number(row['id']));
  }
  return {
    find: (name) => keys.get(name),
    add,
    forgetKey: (key) => void keys.delete(key),
    membersOf: (group) => groups.get(group) ?? [],
    isFull: (lastId) => count >= Math.max(minFull, Math.min(maxFull, lastId * fullShare)),
    index() {
      database.exec(indexFresh);
      keys.clear();
      groups.clear();
      count = 0;
    },
  };
}

/** Selects rows after the last indexed one. */
const isInTail = `
  id > coalesce((SELECT id FROM events WHERE flags & ${eventFlags.fresh} = 0 ORDER BY id DESC LIMIT 1), 0)`;
const selectFresh = `SELECT id, printf('%016x', key_hash) AS key, replay_group FROM events WHERE ${isInTail}`;
const indexFresh = `UPDATE events SET flags = flags & ~${eventFlags.fresh} WHERE ${isInTail}`;
