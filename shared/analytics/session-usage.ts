import type { SessionPulse, SessionSummary } from '../domain/session.ts';
import { floorTo, hourMs } from '../domain/instant.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareValues } from '../lib/compare.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { toSessionPulse } from './session-pulse.ts';
import { createUsageSum, type UsageSum } from './usage-sum.ts';

/** The usage of one session over some days; see `UsageTimeline` for slices. */
export interface SessionUsage {
  setSlice(startMs: number, cells: readonly UsageCell[]): void;
  /** Drops all slices before an instant, which must be a full hour. */
  dropBefore(atMs: number): void;
  /** Drops everything derived from prices. */
  dropSums(): void;
  /** The session's summary; null when no usage is left. */
  summary(): SessionSummary | null;
  pulse(): SessionPulse;
}

/** The summary of consecutive cells of a session. Consecutive parts can be joined. */
interface SessionPart {
  readonly sum: UsageSum;
  readonly eventsIn: Map<string, number>;
  branch: { readonly name: string; readonly atMs: number } | null;
}

interface Hour {
  readonly slices: Map<number, readonly UsageCell[]>;
  part: SessionPart | null;
}

/** Builds an empty one. `book` returns the current prices. */
export function createSessionUsage(book: () => PriceBook): SessionUsage {
  const hours = new Map<number, Hour>();
  let known: SessionSummary | null = null;
  let knownPulse: SessionPulse | null = null;

  const partOf = (hour: Hour): SessionPart => {
    if (hour.part === null) {
      hour.part = createPart();
      const inOrder = [...hour.slices].sort(([left], [right]) => left - right);
      for (const [, cells] of inOrder) for (const cell of cells) addCell(hour.part, cell, book());
    }
    return hour.part;
  };
  const summarize = (): SessionSummary | null => {
    const whole = createPart();
    const inOrder = [...hours].sort(([left], [right]) => left - right);
    for (const [, hour] of inOrder) joinPart(whole, partOf(hour));
    const [first] = inOrder[0]?.[1].slices.values().next().value ?? [];
    return first === undefined ? null : toSummary(first, whole);
  };

  return {
    setSlice(startMs, cells) {
      known = knownPulse = null;
      const hourStartMs = floorTo(startMs, hourMs);
      let hour = hours.get(hourStartMs);
      if (hour === undefined) hours.set(hourStartMs, (hour = { slices: new Map(), part: null }));
      hour.part = null;
      if (cells.length > 0) hour.slices.set(startMs, cells);
      else hour.slices.delete(startMs);
      if (hour.slices.size === 0) hours.delete(hourStartMs);
    },
    dropBefore(atMs) {
      for (const startMs of hours.keys()) {
        if (startMs >= atMs) continue;
        hours.delete(startMs);
        known = knownPulse = null;
      }
    },
    dropSums() {
      known = null;
      for (const hour of hours.values()) hour.part = null;
    },
    summary: () => (known ??= summarize()),
    pulse: () =>
      (knownPulse ??= toSessionPulse([...hours.values()].flatMap(({ slices }) => [...slices.values()].flat()))),
  };
}

/** Summarizes the cells of one session, which must be in order. */
export function summarizeSession(cells: readonly UsageCell[], book: PriceBook): SessionSummary | null {
  const part = createPart();
  for (const cell of cells) addCell(part, cell, book);
  const [first] = cells;
  return first === undefined ? null : toSummary(first, part);
}

/** Sorts sessions by their newest event, newest first. Ids are unique within a source only. */
export function compareSessions(left: SessionSummary, right: SessionSummary): number {
  return (
    right.lastAtMs - left.lastAtMs ||
    compareValues(left.sessionId, right.sessionId) ||
    compareValues(left.source, right.source)
  );
}

function createPart(): SessionPart {
  return { sum: createUsageSum(), eventsIn: new Map(), branch: null };
}

function addCell(part: SessionPart, cell: UsageCell, book: PriceBook): void {
  part.sum.add(cell, book.costOf(cell));
  if (cell.project !== null) addEvents(part, cell.project, cell.events);
  if (cell.branch !== null) noteBranch(part, { name: cell.branch, atMs: cell.lastAtMs });
}

function joinPart(part: SessionPart, next: SessionPart): void {
  part.sum.join(next.sum);
  for (const [project, events] of next.eventsIn) addEvents(part, project, events);
  if (next.branch !== null) noteBranch(part, next.branch);
}

function addEvents({ eventsIn }: SessionPart, project: string, events: number): void {
  eventsIn.set(project, (eventsIn.get(project) ?? 0) + events);
}

/** The session's current branch: that of its latest events. */
function noteBranch(part: SessionPart, branch: { readonly name: string; readonly atMs: number }): void {
  if (part.branch === null || branch.atMs >= part.branch.atMs) part.branch = branch;
}

function toSummary({ source, sessionId }: UsageCell, { sum, eventsIn, branch }: SessionPart): SessionSummary {
  const { events, usage, costMicroUsd, unpricedModels } = sum.totals();
  const { firstAtMs, lastAtMs } = sum.state;
  // The folder with the most events: a session may visit others.
  const [project] = [...eventsIn].sort(([a, left], [b, right]) => right - left || compareValues(a, b));
  return {
    source,
    sessionId,
    project: project?.[0] ?? null,
    branch: branch?.name ?? null,
    models: sum.models(),
    firstAtMs,
    lastAtMs,
    events,
    usage,
    costMicroUsd,
    unpricedModels,
  };
}
