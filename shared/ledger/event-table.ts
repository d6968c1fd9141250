import type { SourceId } from '../domain/ids.ts';
import type { CompactedMark } from './compacted-marks.ts';
import type { EventName, LedgerEvent } from './ledger-event.ts';
import type { GroupMember } from './replays.ts';

/** Records that a thread was forked from another. */
export interface LineageLink {
  readonly source: SourceId;
  readonly threadId: string;
  readonly parentId: string;
}

/** An event in the table. */
export interface StoredMember extends GroupMember {
  readonly isReplay: boolean;
}

/** The mark of a compacted event, with the family its thread belongs to now. Null for a sidechain hint. */
export interface StoredMark extends CompactedMark {
  readonly family: string | number | null;
}

/** Events that may be replays of one another. */
export interface ReplayGroup {
  readonly members: readonly StoredMember[];
  readonly marks: readonly StoredMark[];
}

/** The shared id of all compacted events. Their names resolve to it, and there is nothing to load. */
export const compactedId = 0;

/**
 * Where a ledger keeps its events. Ids are private to the table and never reused for another event. `absorbRecords`
 * defines what gets written, the same for every table.
 */
export interface EventTable {
  /** Announces the names that will be looked up, so that a table can fetch them all at once. */
  expectNames?(names: readonly EventName[]): void;
  /** The id of the event with this name, `compactedId`, or null if there is none. */
  idOf(name: EventName): number | null;
  load(id: number): LedgerEvent;
  /** Adds an event under its key. */
  insert(event: LedgerEvent): number;
  /** Replaces an event. Its old key still resolves to it. */
  replace(id: number, event: LedgerEvent): void;
  /** Removes an event. From now on all its names resolve to `keeper`, which may be `compactedId`. */
  remove(id: number, keeper: number): void;
  addName(id: number, name: EventName): void;
  /** A replay group. Empty when there is nothing to check: a single event that is not a replay. */
  groupOf(group: number): ReplayGroup;
  /** The groups that may need checking; all of them if narrowing them down is not cheaper. */
  suspectGroups?(groups: ReadonlySet<number>): Iterable<number>;
  setReplay(id: number, isReplay: boolean): void;
  /** Joins two threads' families. Returns the replay groups whose members may now belong together. */
  link(link: LineageLink): readonly number[];
}
