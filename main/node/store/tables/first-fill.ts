import type { EventName } from '../../../../shared/ledger/ledger-event.ts';
import { createHashTable } from './hash-table.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';

/**
 * In-memory replacement for the indexes by name and by replay group. Names and groups arrive in random order, so in a
 * large ledger every commit of a first scan would rewrite most pages of both indexes. Creating them in one go at the
 * end is faster, and makes them smaller.
 */
export interface FirstFill {
  /** The event with this name; null when there is none. */
  find(name: EventName): number | null;
  name(name: EventName, id: number): void;
  /** From now on, all names of event `id` refer to `keeper`. */
  forward(id: number, keeper: number): void;
  /** `thread`: the number of the event's thread; 0 when its group does not consist of threads. */
  join(group: number, id: number, thread: number): void;
  /** Every event that is or was in the group. */
  membersOf(group: number): readonly number[];
  /**
   * Marks a group for the replay check regardless of its members, because one of its events is a replay, or was one in
   * the group that it came from.
   */
  suspect(group: number): void;
  /** Whether the group needs the replay check: it contains two events of one family, or is marked as suspect. */
  isSuspect(group: number): boolean;
  /** Whether the memory limit is reached. */
  isFull(): boolean;
}

const maxNames = 2_000_000;

/**
 * Every index that can be created at the end. The one by time is rebuilt: filled in random order, its pages are half
 * empty.
 */
const indexes = {
  events_by_time: 'CREATE INDEX events_by_time ON events (at_ms)',
  events_by_key: 'CREATE UNIQUE INDEX events_by_key ON events (key_hash) WHERE flags & 4 = 0',
  events_by_group: `
    CREATE INDEX events_by_group ON events (replay_group) WHERE replay_group IS NOT NULL AND flags & 4 = 0`,
} as const;

/**
 * Starts filling an empty ledger, inside a transaction. `familyOf` returns the family of a thread at the time of the
 * call.
 */
export function beginFirstFill(database: SqliteDatabase, familyOf: (thread: number) => number): FirstFill {
  database.exec('DROP INDEX IF EXISTS events_by_key; DROP INDEX IF EXISTS events_by_group');
  const names = createHashTable();
  const groups = createHashTable();
  const keepers = new Map<number, number>();
  const suspects = new Set<number>();
  /** Group members as linked lists: each entry holds an event and the previous entry of its group. */
  const members = {
    ids: new Uint32Array(firstMembers),
    threads: new Uint32Array(firstMembers),
    before: new Uint32Array(firstMembers),
    count: 0,
  };
  const halvesOf = (group: number): readonly [number, number] => [Math.floor(group / 2 ** 32), group >>> 0];
  const lastPlaceOf = (group: number): number => groups.get(...halvesOf(group));
  const placeBefore = (place: number): number => members.before[place] ?? 0;

  /** Equal counters are common when sessions are alike; they mean a replay only within a family. */
  const hasRelatives = (group: number): boolean => {
    const last = lastPlaceOf(group);
    if (placeBefore(last) === 0) return false;
    const ids = new Set<number>();
    const families = new Set<number>();
    for (let place = last; place !== 0; place = placeBefore(place)) {
      const id = members.ids[place] ?? 0;
      // The latest entry of an event says which thread it belongs to.
      if (ids.has(id)) continue;
      ids.add(id);
      const thread = members.threads[place] ?? 0;
      families.add(thread === 0 ? 0 : familyOf(thread));
      if (families.size < ids.size) return true;
    }
    return false;
  };

  return {
    find(name) {
      let id = names.get(toHalf(name, 0), toHalf(name, 8));
      for (let keeper = keepers.get(id); keeper !== undefined; keeper = keepers.get(id)) id = keeper;
      return id === 0 ? null : id;
    },
    name: (name, id) => names.set(toHalf(name, 0), toHalf(name, 8), id),
    forward: (id, keeper) => void keepers.set(id, keeper),
    join(group, id, thread) {
      const [high, low] = halvesOf(group);
      // Places start at 1; 0 means none.
      const place = (members.count += 1);
      if (place >= members.ids.length) {
        members.ids = enlarge(members.ids);
        members.threads = enlarge(members.threads);
        members.before = enlarge(members.before);
      }
      members.ids[place] = id;
      members.threads[place] = thread;
      members.before[place] = groups.get(high, low);
      groups.set(high, low, place);
    },
    membersOf(group) {
      const ids = new Set<number>();
      for (let place = lastPlaceOf(group); place !== 0; place = placeBefore(place)) {
        ids.add(members.ids[place] ?? 0);
      }
      return [...ids];
    },
    suspect: (group) => void suspects.add(group),
    isSuspect: (group) => suspects.has(group) || hasRelatives(group),
    isFull: () => names.size() >= maxNames,
  };
}

/** Creates the indexes that a first fill omits, inside a transaction. */
export function endFirstFill(database: SqliteDatabase): void {
  database.exec(`DROP INDEX IF EXISTS events_by_time; ${Object.values(indexes).join('; ')}`);
}

/** Whether indexes are missing because a process was killed during a first fill, or its transaction was rolled back. */
export function lacksIndexes(database: SqliteDatabase): boolean {
  const names = Object.keys(indexes).map((name) => `'${name}'`);
  const row = database
    .prepare(`SELECT count(*) AS found FROM sqlite_schema WHERE type = 'index' AND name IN (${names.join(', ')})`)
    .get();
  return row?.['found'] !== names.length;
}

const firstMembers = 4_096;

function enlarge(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * list.length);
  larger.set(list);
  return larger;
}

/** Eight hexadecimal digits of a name as a number. */
function toHalf(name: EventName, from: number): number {
  return Number.parseInt(name.slice(from, from + 8), 16);
}
