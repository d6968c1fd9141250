import { floorTo } from '../domain/instant.ts';
import { dimensionNames, type ProfileDimensions } from '../domain/profile-fields.ts';
import { addUsage, promptTokens } from '../domain/token-usage.ts';
import { toContextClass, type UsageCell } from '../domain/usage-cell.ts';
import { compareValues } from '../lib/compare.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { toDimensions } from './profile.ts';

/** Sums partial cells. */
export interface CellSum {
  /** `identity` is the result of `toCellIdentity` for the part's dimensions. */
  add(identity: string, part: UsageCell): void;
  /** The sums, ordered by slice and then by their contents alone. */
  cells(): readonly UsageCell[];
}

/** A string that is equal only for equal dimensions. */
export function toCellIdentity(cell: ProfileDimensions): string {
  return JSON.stringify(dimensionNames.map((name) => cell[name]));
}

/** Creates an empty sum. */
export function createCellSum(): CellSum {
  const sums = new Map<string, UsageCell>();
  return {
    add(identity, part) {
      const isCostLogged = part.loggedCostEvents > 0;
      const key = `${part.startMs} ${part.contextClass} ${isCostLogged} ${identity}`;
      const sum = sums.get(key);
      sums.set(key, sum === undefined ? part : joinCells(sum, part));
    },
    cells() {
      return [...sums]
        .sort(([leftKey, left], [rightKey, right]) => left.startMs - right.startMs || compareValues(leftKey, rightKey))
        .map(([, cell]) => cell);
    },
  };
}

/** The cell of a single event. */
export function toCell(event: LedgerEvent, grainMs: number): UsageCell {
  return {
    ...toDimensions(event.profile),
    contextClass: toContextClass(promptTokens(event.usage)),
    startMs: floorTo(event.atMs, grainMs),
    firstAtMs: event.atMs,
    lastAtMs: event.atMs,
    events: 1,
    unfinishedEvents: event.isFinal ? 0 : 1,
    usage: event.usage,
    webSearchRequests: event.webSearchRequests,
    loggedCostMicroUsd: event.loggedCostMicroUsd ?? 0,
    loggedCostEvents: event.loggedCostMicroUsd === null ? 0 : 1,
  };
}

function joinCells(left: UsageCell, right: UsageCell): UsageCell {
  return {
    ...left,
    firstAtMs: Math.min(left.firstAtMs, right.firstAtMs),
    lastAtMs: Math.max(left.lastAtMs, right.lastAtMs),
    events: left.events + right.events,
    unfinishedEvents: left.unfinishedEvents + right.unfinishedEvents,
    usage: addUsage(left.usage, right.usage),
    webSearchRequests: left.webSearchRequests + right.webSearchRequests,
    loggedCostMicroUsd: left.loggedCostMicroUsd + right.loggedCostMicroUsd,
    loggedCostEvents: left.loggedCostEvents + right.loggedCostEvents,
  };
}
