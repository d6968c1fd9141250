import type { SourceId } from '../domain/ids.ts';
import type { CompactedMark } from './compacted-marks.ts';
import type { EventName, LedgerEvent } from './ledger-event.ts';
import type { GroupMember } from './replays.ts';

/** That a thread was forked from another. */
export interface LineageLink {
  readonly source: SourceId;
  readonly threadId: string;
  readonly parentId: string;
}

/** An event in the table. */
export interface StoredMember extends GroupMember {
  readonly isReplay: boolean;
}

/** The mark of a compacted event, with the family that its thread belongs to by now; null for a sidechain hint. */
export interface StoredMark extends CompactedMark {
  readonly family: string | number | null;
}

/** Events that may be replays of one another. */
export interface ReplayGroup {
  readonly members: readonly StoredMember[];
  readonly marks: readonly StoredMark[];
}

/** The id of all events that were compacted: their names lead here, and there is nothing to load. */
export const compactedId = 0;

/**
 * Where a ledger keeps its events. Ids are the table's own; they never mean another event later. The rules of what is
 * written stand in `absorbRecords`, alike for every table.
 */
export interface EventTable {
  /** Tells which names will be asked for: a table may look for all of them at once. */
  expectNames?(names: readonly EventName[]): void;
  /** The event that goes by this name: its id, `compactedId`, or null when there is none. */
  idOf(name: EventName): number | null;
  load(id: number): LedgerEvent;
  /** Adds an event, which goes by its key from now on. */
  insert(event: LedgerEvent): number;
  /** Replaces an event. It goes by its old key, too. */
  replace(id: number, event: LedgerEvent): void;
  /** Removes an event. All its names lead to `keeper`, which may be `compactedId`, from now on. */
  remove(id: number, keeper: number): void;
  addName(id: number, name: EventName): void;
  /** A replay group, or an empty one when it needs no judging: one event alone that is no replay. */
  groupOf(group: number): ReplayGroup;
  /** Those of the groups that may need judging; all of them where it is not cheaper to tell. */
  suspectGroups?(groups: ReadonlySet<number>): Iterable<number>;
  setReplay(id: number, isReplay: boolean): void;
  /** Joins two threads' families. Returns the replay groups whose members may now belong together. */
  link(link: LineageLink): readonly number[];
}
