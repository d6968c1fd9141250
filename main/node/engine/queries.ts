import { buildBlocks } from '../../../shared/analytics/blocks.ts';
import { toLimitWindows } from '../../../shared/analytics/limits.ts';
import { summarizeSessions } from '../../../shared/analytics/sessions.ts';
import { type Extent, toReportSums, toSumQuery } from '../../../shared/analytics/sum-queries.ts';
import { summarize } from '../../../shared/analytics/summaries.ts';
import { sumTotals } from '../../../shared/analytics/totals.ts';
import { addDays } from '../../../shared/domain/calendar-day.ts';
import type { RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { UsageCell } from '../../../shared/domain/usage-cell.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import { sumDimensions, type SumQuery } from '../../../shared/ports/ledger-store.ts';
import { createPriceBookFor, pricesDatedOn } from '../../../shared/pricing/list-prices.ts';
import { toAnchors } from '../../../shared/snapshot/live-sections.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { FileProblem } from '../ingest/discovery/file-problem.ts';
import { readBlockCells } from './block-cells.ts';
import { diagnoseSource } from './diagnose.ts';
import type { Engine } from './engine-api.ts';
import type { LedgerAccess } from './ledger-access.ts';
import type { Preferences } from './preferences.ts';

/** What is asked of the whole ledger rather than shown live. */
export type Queries = Pick<Engine, 'report' | 'blocks' | 'sessions' | 'limits' | 'doctor' | 'totals'>;

/** What queries are answered from. */
export interface QueryContext {
  readonly ledger: LedgerAccess;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly dataFolder: string;
  /** Sums up what many writes have left behind; called before the whole ledger is read. Never throws. */
  readonly settle: () => void;
  readonly rootsOf: (source: SourceId) => readonly RootStatus[];
  readonly unreadable: () => readonly FileProblem[];
}

/** Builds the answers. */
export function createQueries(context: QueryContext): Queries {
  const { ledger, preferences, clock, settle } = context;
  const readSums = (query: SumQuery): readonly UsageCell[] => {
    settle();
    return ledger.store().sums(query);
  };
  return {
    report(query) {
      const calendar = preferences.calendarOf(query.timeZone);
      const book = preferences.book();
      const cells = readSums(toReportSums(query, calendar, book, findExtent(ledger)));
      return summarize(cells, query, calendar, book, clock.nowMs());
    },
    blocks(query) {
      const calendar = preferences.calendarOf(query.timeZone);
      const nowMs = clock.nowMs();
      const anchorResetMs = toAnchors(toLimitWindows(ledger.store().latestLimitReadings(nowMs), nowMs));
      settle();
      // Where a block begins depends on those before it, so all are built and then cut to the span.
      const options = { nowMs, book: preferences.book(), anchorResetMs };
      const cells = readBlockCells(ledger.store(), { ...options, source: query.source, extent: findExtent(ledger) });
      const fromMs = query.since === null ? -Infinity : calendar.startOf(query.since);
      const toMs = query.until === null ? Infinity : calendar.startOf(addDays(query.until, 1));
      return buildBlocks(cells, options).filter((block) => block.endMs > fromMs && block.startMs < toMs);
    },
    sessions(query) {
      const book = preferences.book();
      const calendar = preferences.calendarOf(query.timeZone);
      return summarizeSessions(readSums(toSumQuery(query, calendar, book, sumDimensions)), book);
    },
    limits() {
      const nowMs = clock.nowMs();
      return toLimitWindows(ledger.store().latestLimitReadings(nowMs), nowMs);
    },
    totals(query) {
      const book = preferences.book();
      return sumTotals(readSums(toSumQuery(query, preferences.calendarOf(query.timeZone), book, [])), book);
    },
    doctor: () => diagnose(context, readSums),
  };
}

function findExtent(ledger: LedgerAccess): Extent | null {
  const stats = ledger
    .store()
    .stats()
    .filter(({ events }) => events > 0);
  if (stats.length === 0) return null;
  return {
    firstAtMs: Math.min(...stats.map(({ firstAtMs }) => firstAtMs ?? Infinity)),
    lastAtMs: Math.max(...stats.map(({ lastAtMs }) => lastAtMs ?? -Infinity)),
  };
}

function diagnose(context: QueryContext, readSums: (query: SumQuery) => readonly UsageCell[]) {
  const { ledger, preferences, clock, dataFolder } = context;
  // Whatever the cost mode: which models have no price is what this says.
  const prices = createPriceBookFor({ ...preferences.settings(), costMode: 'calculate' });
  const stats = new Map(
    ledger
      .store()
      .stats()
      .map((row) => [row.source, row]),
  );
  const cursors = [...ledger.store().cursors().values()];
  return {
    generatedAtMs: clock.nowMs(),
    dataFolder,
    pricesDatedOn,
    sources: sources.map((source) =>
      diagnoseSource({
        source,
        roots: context.rootsOf(source.id),
        cursors: cursors.filter((cursor) => cursor.source === source.id),
        stats: stats.get(source.id),
        totals: sumTotals(readSums({ source: source.id, tellApart: [], bordersMs: prices.bordersMs }), prices),
        unreadable: context.unreadable(),
      }),
    ),
  };
}
