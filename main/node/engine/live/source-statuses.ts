import type { RollingUsage } from '../../../../shared/analytics/rolling-usage.ts';
import type { RootStatus } from '../../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { secondMs } from '../../../../shared/domain/instant.ts';
import type { LedgerSourceStats } from '../../../../shared/ports/event-store.ts';
import type { SourceStatus } from '../../../../shared/snapshot/app-snapshot.ts';
import { isAgent, sources } from '../../../../shared/sources/registry.ts';
import type { LedgerChange, RecentUsage } from '../ledger/recent-usage.ts';

/** Counting the events of the whole ledger may read many of them, so it runs no more often than this. */
const restMs = 5 * secondMs;

/** What the ledger holds for each source, for the snapshot. */
export interface SourceStatuses {
  /** `usage` is what `recent` read last. */
  read(usage: RollingUsage): readonly SourceStatus[];
  noteChange(change: LedgerChange): void;
  /** Recounts at the next `read`, e.g. because a first scan has ended. */
  expire(): void;
}

interface Counts {
  readonly events: number;
  readonly lastAtMs: number | null;
}

/** What the whole ledger held when it was counted, without the recent days. */
interface Base {
  readonly fromMs: number;
  readonly loads: number;
  readonly countedAt: number;
  readonly bySource: ReadonlyMap<SourceId, Counts>;
}

/**
 * Builds it. The events before the recent days are counted once, and again when any of them change; those of the recent
 * days are already aggregated. `readStats` counts all events of the ledger.
 */
export function createSourceStatuses(options: {
  readonly recent: RecentUsage;
  readonly readStats: () => readonly LedgerSourceStats[];
  readonly rootsOf: (source: SourceId) => readonly RootStatus[];
}): SourceStatuses {
  const { recent, rootsOf } = options;
  let base: Base | null = null;
  let isOutdated = true;
  let known: ReadonlyMap<SourceId, Counts> = new Map();

  const count = (usage: RollingUsage): void => {
    const { fromMs, loads } = recent.window();
    const isOfWindow = base?.fromMs === fromMs && base.loads === loads;
    const isDue = base === null || performance.now() - base.countedAt >= restMs;
    if ((isOutdated || !isOfWindow) && isDue) {
      base = { fromMs, loads, countedAt: performance.now(), bySource: subtract(options.readStats(), usage) };
      isOutdated = false;
    } else if (!isOfWindow) return;
    known = new Map(sources.map(({ id }) => [id, addRecent(base?.bySource.get(id), usage, id)]));
  };

  return {
    read(usage) {
      count(usage);
      return sources.map((source) => ({
        source: source.id,
        label: source.label,
        isAgent: isAgent(source),
        roots: rootsOf(source.id),
        events: known.get(source.id)?.events ?? 0,
        lastAtMs: known.get(source.id)?.lastAtMs ?? null,
        plans: (source.plans ?? []).map(({ id, label }) => ({ id, label })),
        limitProgram: source.limitQuestion?.program ?? null,
      }));
    },
    noteChange(change) {
      // Everything is reread in that case, which is detected separately.
      if (typeof change === 'string') return;
      const [earliestMs = Infinity] = change.changedMinutes;
      isOutdated ||= earliestMs < recent.window().fromMs;
    },
    expire() {
      base = null;
    },
  };
}

function subtract(stats: readonly LedgerSourceStats[], usage: RollingUsage): ReadonlyMap<SourceId, Counts> {
  return new Map(
    stats.map(({ source, events, lastAtMs }) => [
      source,
      { events: events - (sumRecent(usage, source)?.events ?? 0), lastAtMs },
    ]),
  );
}

function addRecent(before: Counts | undefined, usage: RollingUsage, source: SourceId): Counts {
  const recent = sumRecent(usage, source);
  return {
    events: (before?.events ?? 0) + (recent?.events ?? 0),
    lastAtMs: recent?.lastAtMs ?? before?.lastAtMs ?? null,
  };
}

function sumRecent(
  usage: RollingUsage,
  source: SourceId,
): { readonly events: number; readonly lastAtMs: number } | null {
  const timeline = usage.timelines().find(([id]) => id === source)?.[1];
  return timeline === undefined ? null : timeline.sumBetween(-Infinity, Infinity).state;
}
