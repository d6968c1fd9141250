import type { SourceId } from '../domain/ids.ts';
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

/**
 * Where a ledger keeps its events. Ids are the table's own; they never mean another event later. The rules of what is
 * written stand in `absorbRecords`, alike for every table.
 */
export interface EventTable {
  /** The event that goes by this name, or null. */
  idOf(name: EventName): number | null;
  load(id: number): LedgerEvent;
  /** Adds an event, which goes by its key from now on. */
  insert(event: LedgerEvent): number;
  /** Replaces an event. It goes by its old key, too. */
  replace(id: number, event: LedgerEvent): void;
  /** Removes an event. All its names lead to `keeper` from now on. */
  remove(id: number, keeper: number): void;
  addName(id: number, name: EventName): void;
  /** All events of a replay group, or none of them when they need no judging: one alone that is no replay. */
  membersOf(group: number): readonly StoredMember[];
  setReplay(id: number, isReplay: boolean): void;
  /** Joins two threads' families. Returns the replay groups whose members may now belong together. */
  link(link: LineageLink): readonly number[];
}
