import type { RootStatus, SourceDiagnosis } from '../../../shared/domain/doctor-report.ts';
import type { UsageTotals } from '../../../shared/domain/report.ts';
import type { FileCursor, LedgerSourceStats } from '../../../shared/ports/ledger-store.ts';
import type { Source } from '../../../shared/sources/source.ts';
import type { FileProblem } from '../ingest/discovery/file-problem.ts';

/** What is known about one source, from the disk and from the ledger. */
export interface DiagnosisInput {
  readonly source: Source;
  readonly roots: readonly RootStatus[];
  readonly cursors: readonly FileCursor[];
  readonly stats: LedgerSourceStats | undefined;
  readonly totals: UsageTotals;
  readonly unreadable: readonly FileProblem[];
}

/** Puts together everything that explains a source's numbers. */
export function diagnoseSource({ source, roots, cursors, stats, totals, unreadable }: DiagnosisInput): SourceDiagnosis {
  const eventRows = sum(cursors.map((cursor) => cursor.eventRows));
  const storedEvents = (stats?.events ?? 0) + (stats?.replayedEvents ?? 0);
  return {
    source: source.id,
    label: source.label,
    roots,
    files: sum(roots.map((root) => root.files)),
    bytes: sum(roots.map((root) => root.bytes)),
    goneFiles: cursors.filter((cursor) => cursor.isGone).length,
    lines: sum(cursors.map((cursor) => cursor.lines)),
    eventRows,
    events: stats?.events ?? 0,
    mergedRows: Math.max(0, eventRows - storedEvents),
    replayedEvents: stats?.replayedEvents ?? 0,
    unfinishedEvents: totals.unfinishedEvents,
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
