import type { SourceId } from '../../shared/domain/ids.ts';
import { floorTo, minuteMs } from '../../shared/domain/instant.ts';
import { compareValues } from '../../shared/lib/compare.ts';
import type { CompactableTable } from '../../shared/ledger/compact-events.ts';
import type { CompactedMark } from '../../shared/ledger/compacted-marks.ts';
import { compactedId, type EventTable, type StoredMember } from '../../shared/ledger/event-table.ts';
import type { EventName, LedgerEvent } from '../../shared/ledger/ledger-event.ts';
import type { CompactedContents, LedgerEntry } from '../../shared/ledger/ledger-contents.ts';
import { createCellSum, toCellIdentity } from '../../shared/ledger/sum-cells.ts';
import { createThreadFamilies, type ThreadFamilies } from './thread-families.ts';

/** An event table in memory. */
export interface MemoryTable extends EventTable, CompactableTable {
  entries(): Iterable<LedgerEntry>;
  compacted(): CompactedContents;
  readonly families: ThreadFamilies;
  /** Removes a source's events; returns how many there were, and the minutes in which they were, ascending. */
  forgetSource(source: SourceId): { readonly events: number; readonly minutes: readonly number[] };
}

interface Slot {
  event: LedgerEvent;
  isReplay: boolean;
  names: Set<EventName>;
}

/** Builds an empty table. */
export function createMemoryTable(): MemoryTable {
  const slots = new Map<number, Slot>();
  const ids = new Map<EventName, number>();
  const groups = new Map<number, Set<number>>();
  const families = createThreadFamilies();
  const marks = new Map<number, Map<string, CompactedMark>>();
  let counted = createCellSum();
  let replayed = createCellSum();
  let nextId = 1;

  const at = (id: number): Slot => {
    const slot = slots.get(id);
    if (slot === undefined) throw new Error(`no event ${id}`);
    return slot;
  };
  const addName = (id: number, name: EventName): void => {
    ids.set(name, id);
    if (id !== compactedId) at(id).names.add(name);
  };
  const enterGroup = (id: number, { replay }: LedgerEvent): void => {
    if (replay === null) return;
    const members = groups.get(replay.group);
    if (members === undefined) groups.set(replay.group, new Set([id]));
    else members.add(id);
  };
  const leaveGroup = (id: number, { replay }: LedgerEvent): void => {
    if (replay !== null) groups.get(replay.group)?.delete(id);
  };

  return {
    families,
    idOf: (name) => ids.get(name) ?? null,
    load: (id) => at(id).event,
    insert(event) {
      const id = nextId++;
      slots.set(id, { event, isReplay: false, names: new Set() });
      addName(id, event.key);
      enterGroup(id, event);
      return id;
    },
    replace(id, event) {
      const slot = at(id);
      leaveGroup(id, slot.event);
      slot.event = event;
      addName(id, event.key);
      enterGroup(id, event);
    },
    remove(id, keeper) {
      const { event, names } = at(id);
      leaveGroup(id, event);
      slots.delete(id);
      for (const name of names) addName(keeper, name);
    },
    addName,
    groupOf(group) {
      const members = [...(groups.get(group) ?? [])].map((id): StoredMember => {
        const { event, isReplay } = at(id);
        return { id, event, isReplay, family: toFamily(families, event.profile.source, event.replay?.threadId) };
      });
      const toStoredMark = (mark: CompactedMark) => ({
        ...mark,
        family: toFamily(families, mark.source, mark.threadId),
      });
      return { members, marks: [...(marks.get(group)?.values() ?? [])].map(toStoredMark) };
    },
    setReplay(id, isReplay) {
      at(id).isReplay = isReplay;
    },
    link({ source, threadId, parentId }) {
      const thread = toThreadName(source, threadId);
      const moved = new Set(families.membersOf(families.familyOf(thread)));
      if (!families.join(thread, toThreadName(source, parentId))) return [];
      const touched = new Set<number>();
      for (const { event } of slots.values()) {
        const threadOf = event.replay?.threadId ?? null;
        if (event.replay !== null && threadOf !== null && moved.has(toThreadName(event.profile.source, threadOf))) {
          touched.add(event.replay.group);
        }
      }
      for (const [group, ofGroup] of marks) {
        const isMoved = ({ threadId, source: of }: CompactedMark): boolean =>
          threadId !== null && moved.has(toThreadName(of, threadId));
        if ([...ofGroup.values()].some(isMoved)) touched.add(group);
      }
      return [...touched];
    },
    oldestBefore: (beforeMs, limit) =>
      [...slots]
        .filter(([, { event }]) => event.atMs < beforeMs)
        .sort(([, left], [, right]) => compareValues(left.event.atMs, right.event.atMs))
        .slice(0, limit)
        .map(([id, { event, isReplay }]) => ({ id, event, isReplay })),
    addToCell({ cell, isReplay }) {
      const sum = isReplay ? replayed : counted;
      sum.add(`${toCellIdentity(cell)} ${cell.loggedCostEvents > 0}`, cell);
    },
    addMark(mark) {
      const ofGroup = marks.get(mark.group) ?? new Map<string, CompactedMark>();
      marks.set(mark.group, ofGroup.set(JSON.stringify(mark), mark));
    },
    compact(id) {
      const { event, names } = at(id);
      leaveGroup(id, event);
      slots.delete(id);
      for (const name of names) ids.set(name, compactedId);
    },
    forgetSource(source) {
      const own = [...slots].filter(([, { event }]) => event.profile.source === source);
      for (const [id, { event, names }] of own) {
        leaveGroup(id, event);
        slots.delete(id);
        for (const name of names) ids.delete(name);
      }
      const cells = [counted, replayed].flatMap((sum) => sum.cells()).filter((cell) => cell.source === source);
      [counted, replayed] = [withoutSource(counted, source), withoutSource(replayed, source)];
      const minutes = [
        ...own.map(([, { event }]) => floorTo(event.atMs, minuteMs)),
        ...cells.map(({ startMs }) => startMs),
      ];
      return {
        events: own.length + cells.reduce((sum, cell) => sum + cell.events, 0),
        minutes: [...new Set(minutes)].sort((left, right) => left - right),
      };
    },
    compacted: () => ({
      cells: [
        ...counted.cells().map((cell) => ({ cell, isReplay: false })),
        ...replayed.cells().map((cell) => ({ cell, isReplay: true })),
      ],
      marks: [...marks.values()].flatMap((ofGroup) => [...ofGroup.values()]),
      names: [...ids].filter(([, id]) => id === compactedId).map(([name]) => name),
    }),
    entries: () =>
      [...slots.values()].map(({ event, isReplay, names }) => ({ event, isReplay, names: [...names].sort() })),
  };
}

function toFamily(families: ThreadFamilies, source: string, threadId: string | null | undefined): string | null {
  return threadId == null ? null : families.familyOf(toThreadName(source, threadId));
}

/** Threads are unique together with their source. */
function toThreadName(source: string, threadId: string): string {
  return `${source}\n${threadId}`;
}

type CellSum = ReturnType<typeof createCellSum>;

function withoutSource(sum: CellSum, source: SourceId): CellSum {
  const rest = createCellSum();
  for (const cell of sum.cells()) {
    if (cell.source !== source) rest.add(`${toCellIdentity(cell)} ${cell.loggedCostEvents > 0}`, cell);
  }
  return rest;
}
