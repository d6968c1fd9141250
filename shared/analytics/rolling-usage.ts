import type { SourceId } from '../domain/ids.ts';
import { toSessionKey, type SessionPulse, type SessionSummary } from '../domain/session.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { toSessionPulse } from './session-pulse.ts';
import { createSessionUsage, type SessionUsage } from './session-usage.ts';
import { createUsageTimeline, type UsageTimeline } from './usage-timeline.ts';

/**
 * The last days' usage in one-minute cells, with sums by source and by session that stay current as single minutes
 * change.
 */
export interface RollingUsage {
  /** Replaces everything known about these slices (given by start) with the cells, which must be in order. */
  replace(slices: Iterable<number>, cells: Iterable<UsageCell>): void;
  /** Drops all slices before an instant, which must be a full hour. */
  dropBefore(atMs: number): void;
  /** Starts of all slices at or after an instant, unordered. */
  slicesFrom(atMs: number): readonly number[];
  /** Switches to other prices. */
  setBook(book: PriceBook): void;
  /** The timelines of all sources with usage, sorted. */
  timelines(): readonly (readonly [SourceId, UsageTimeline])[];
  /** Summaries of all sessions, unordered. */
  sessions(): readonly SessionSummary[];
  /** What one of them did last. */
  pulseOf(session: Pick<SessionSummary, 'source' | 'sessionId'>): SessionPulse;
}

/** Builds it from the initial cells. */
export function createRollingUsage(firstBook: PriceBook, firstCells: readonly UsageCell[] = []): RollingUsage {
  let book = firstBook;
  const readBook = (): PriceBook => book;
  const timelines = new Map<SourceId, UsageTimeline>();
  const sessions = new Map<string, SessionUsage>();
  /** The sources and sessions with cells in each slice. */
  const slices = new Map<number, { readonly sources: readonly SourceId[]; readonly sessions: readonly string[] }>();

  const setSlice = (startMs: number, cells: readonly UsageCell[]): void => {
    const before = slices.get(startMs);
    const bySource = groupBy(cells, ({ source }) => source);
    const bySession = groupBy(cells, toSessionKey);
    if (cells.length === 0) slices.delete(startMs);
    else slices.set(startMs, { sources: [...bySource.keys()], sessions: [...bySession.keys()] });
    for (const source of before?.sources ?? []) if (!bySource.has(source)) bySource.set(source, []);
    for (const session of before?.sessions ?? []) if (!bySession.has(session)) bySession.set(session, []);
    for (const [source, ofSource] of bySource) {
      let timeline = timelines.get(source);
      if (timeline === undefined) timelines.set(source, (timeline = createUsageTimeline(readBook)));
      timeline.setSlice(startMs, ofSource);
    }
    for (const [key, ofSession] of bySession) {
      let session = sessions.get(key);
      if (session === undefined) sessions.set(key, (session = createSessionUsage(readBook)));
      session.setSlice(startMs, ofSession);
    }
  };
  const replace: RollingUsage['replace'] = (changed, cells) => {
    const bySlice = groupBy(cells, ({ startMs }) => startMs);
    for (const startMs of changed) if (!bySlice.has(startMs)) bySlice.set(startMs, []);
    for (const [startMs, ofSlice] of bySlice) setSlice(startMs, ofSlice);
  };
  replace([], firstCells);

  return {
    replace,
    dropBefore(atMs) {
      for (const startMs of slices.keys()) if (startMs < atMs) slices.delete(startMs);
      for (const timeline of timelines.values()) timeline.dropBefore(atMs);
      for (const [key, session] of sessions) {
        session.dropBefore(atMs);
        if (session.summary() === null) sessions.delete(key);
      }
    },
    slicesFrom: (atMs) => [...slices.keys()].filter((startMs) => startMs >= atMs),
    setBook(next) {
      book = next;
      for (const timeline of timelines.values()) timeline.dropSums();
      for (const session of sessions.values()) session.dropSums();
    },
    timelines: () =>
      [...timelines]
        .filter(([, timeline]) => !timeline.isEmpty())
        .sort(([left], [right]) => compareValues(left, right)),
    pulseOf: (session) => sessions.get(toSessionKey(session))?.pulse() ?? toSessionPulse([]),
    sessions: () => [...sessions.values()].map((session) => session.summary()).filter((session) => session !== null),
  };
}
