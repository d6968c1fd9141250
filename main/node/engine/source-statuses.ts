import type { RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { secondMs } from '../../../shared/domain/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { LedgerSourceStats } from '../../../shared/ports/ledger-store.ts';
import type { SourceStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { sources } from '../../../shared/sources/registry.ts';

/** Counting events reads the whole ledger: the counts shown may be this old. */
const countsGoodForMs = 5 * secondMs;

/** What the ledger holds of each source, for the snapshot. */
export interface SourceStatuses {
  read(): readonly SourceStatus[];
  /** The counts must be read again, e.g. because a first scan has ended. */
  expire(): void;
}

/** Builds it; `readStats` reads the ledger. */
export function createSourceStatuses(options: {
  readonly readStats: () => readonly LedgerSourceStats[];
  readonly rootsOf: (source: SourceId) => readonly RootStatus[];
  readonly clock: Clock;
}): SourceStatuses {
  const { clock, rootsOf } = options;
  let counted: { readonly atMs: number; readonly bySource: ReadonlyMap<SourceId, LedgerSourceStats> } | null = null;
  const readCounts = (): ReadonlyMap<SourceId, LedgerSourceStats> => {
    const nowMs = clock.nowMs();
    const isFresh = counted !== null && counted.bySource.size > 0 && Math.abs(nowMs - counted.atMs) < countsGoodForMs;
    if (counted === null || !isFresh) {
      counted = { atMs: nowMs, bySource: new Map(options.readStats().map((row) => [row.source, row])) };
    }
    return counted.bySource;
  };
  return {
    read() {
      const counts = readCounts();
      return sources.map(({ id, label }) => ({
        source: id,
        label,
        roots: rootsOf(id),
        events: counts.get(id)?.events ?? 0,
        lastAtMs: counts.get(id)?.lastAtMs ?? null,
      }));
    },
    expire: () => void (counted = null),
  };
}
