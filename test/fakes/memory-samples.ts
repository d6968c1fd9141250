import type { ProcessUsage } from '../../shared/domain/process-usage.ts';
import { minuteMs } from '../../shared/domain/instant.ts';
import type { SampleStore } from '../../shared/ports/sample-store.ts';
import { mergeProcessUsage, toQuarterHour } from '../../shared/processes/usage-series.ts';

/** What agents' processes used, in memory. */
export interface MemorySamples extends SampleStore {
  all(): readonly ProcessUsage[];
}

/** Builds an empty history. */
export function createMemorySamples(): MemorySamples {
  let rows: readonly ProcessUsage[] = [];
  return {
    addProcessUsage: (added) => void (rows = mergeProcessUsage([...rows, ...added])),
    processUsage: ({ fromMs, toMs }) => rows.filter(({ startMs }) => startMs >= fromMs && startMs < toMs),
    thinProcessUsage({ quartersBeforeMs, dropBeforeMs }) {
      const isOldMinute = (row: ProcessUsage): boolean => row.grainMs === minuteMs && row.startMs < quartersBeforeMs;
      const thinned = mergeProcessUsage(rows.map((row) => (isOldMinute(row) ? toQuarterHour(row) : row)));
      rows = thinned.filter(({ grainMs, startMs }) => grainMs === minuteMs || startMs >= dropBeforeMs);
    },
    all: () => rows,
  };
}
