import { sumTotals } from '../../../../shared/analytics/totals.ts';
import type { OwnCost } from '../../../../shared/domain/agent-process.ts';
import type { DoctorReport, RootStatus, SourceDiagnosis } from '../../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { FoldedLabel } from '../../../../shared/domain/metric-label.ts';
import type { PriceChoices } from '../../../../shared/domain/price-choices.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import type { CursorStore, FileCursor } from '../../../../shared/ports/cursor-store.ts';
import type { EventStore, LedgerSourceStats } from '../../../../shared/ports/event-store.ts';
import type { OriginatedTable } from '../../../../shared/pricing/explain-price.ts';
import { ownBudget } from '../../../../shared/processes/own-cost.ts';
import { createPriceBookFor } from '../../../../shared/pricing/list-prices.ts';
import type { Source } from '../../../../shared/sources/source.ts';
import type { FileProblem } from '../../ingest/discovery/file-problem.ts';

/** What the engine knows about all sources, from the disk and from the ledger. */
export interface DoctorInput {
  readonly nowMs: number;
  readonly dataFolder: string;
  readonly settings: PriceChoices;
  readonly prices: OriginatedTable;
  readonly problems: readonly Problem[];
  readonly own: OwnCost;
  readonly store: EventStore & CursorStore;
  readonly sources: readonly Source[];
  readonly rootsOf: (source: SourceId) => readonly RootStatus[];
  readonly unreadable: readonly FileProblem[];
  readonly foldedLabels: readonly FoldedLabel[];
}

/** What is known about one source. */
interface DiagnosisInput {
  readonly source: Source;
  readonly roots: readonly RootStatus[];
  readonly cursors: readonly FileCursor[];
  readonly stats: LedgerSourceStats | undefined;
  readonly totals: UsageTotals;
  readonly unreadable: readonly FileProblem[];
}

/** Everything that explains an engine's numbers. */
export function createDoctorReport({ store, settings, ...input }: DoctorInput): DoctorReport {
  // Regardless of the cost mode: the report lists the models that have no price.
  const prices = createPriceBookFor({ ...settings, costMode: 'calculate' }, input.prices);
  const stats = new Map(store.stats().map((row) => [row.source, row]));
  const cursors = [...store.cursors().values()];
  return {
    generatedAtMs: input.nowMs,
    dataFolder: input.dataFolder,
    pricesDatedOn: input.prices.table.datedOn,
    problems: input.problems,
    own: input.own,
    ownBudget,
    sources: input.sources.map((source) =>
      diagnoseSource({
        source,
        roots: input.rootsOf(source.id),
        cursors: cursors.filter((cursor) => cursor.source === source.id),
        stats: stats.get(source.id),
        totals: sumTotals(store.sums({ source: source.id, groupBy: [], boundariesMs: prices.boundariesMs }), prices),
        unreadable: input.unreadable,
      }),
    ),
    foldedLabels: input.foldedLabels,
  };
}

function diagnoseSource({ source, roots, cursors, stats, totals, unreadable }: DiagnosisInput): SourceDiagnosis {
  const eventRows = sum(cursors.map((cursor) => cursor.eventRows));
  const storedEvents = (stats?.events ?? 0) + (stats?.replayedEvents ?? 0);
  return {
    source: source.id,
    label: source.label,
    coverage: source.coverage,
    roots,
    files: sum(roots.map((root) => root.files)),
    bytes: sum(roots.map((root) => root.bytes)),
    goneFiles: cursors.filter((cursor) => cursor.isGone).length,
    lines: sum(cursors.map((cursor) => cursor.lines)),
    eventRows,
    events: stats?.events ?? 0,
    lastEventAtMs: stats?.lastAtMs ?? null,
    mergedRows: Math.max(0, eventRows - storedEvents),
    replayedEvents: stats?.replayedEvents ?? 0,
    unfinishedEvents: totals.unfinishedEvents,
    words: { skipReasons: source.skipReasons, unloggedCalls: source.unloggedCalls },
    skips: sumCounts(cursors.map((cursor) => cursor.skips)),
    unloggedCalls: sumCounts(cursors.map((cursor) => cursor.unloggedCalls)),
    unpricedModels: totals.unpricedModels,
    unreadable: unreadable
      .filter((problem) => problem.source === source.id)
      .map(({ path, reason }) => ({ path, reason })),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sumCounts(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {};
  for (const count of counts) {
    for (const [name, number] of Object.entries(count)) totals[name] = (totals[name] ?? 0) + number;
  }
  return totals;
}
