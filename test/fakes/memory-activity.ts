import type { ActivityRow } from '../../shared/domain/activity.ts';
import { quarterHourMs } from '../../shared/domain/instant.ts';
import { mergeActivity, raiseActivity, toDayRow } from '../../shared/activity/slots.ts';
import type { ActivityStore } from '../../shared/ports/activity-store.ts';

/** Builds an empty store of activity in memory. */
export function createMemoryActivity(): ActivityStore {
  let rows: readonly ActivityRow[] = [];
  const cursors = new Map<string, string>();
  return {
    recordActivity(batch) {
      rows = raiseActivity([...mergeActivity([...rows, ...batch.added]), ...batch.raised]);
      for (const [name, state] of batch.cursors) cursors.set(name, state);
    },
    activity: ({ fromMs, toMs }) => rows.filter(({ startMs }) => startMs >= fromMs && startMs < toMs),
    activityCursors: () => new Map(cursors),
    thinActivity({ daysBeforeMs }) {
      const isOld = (row: ActivityRow): boolean => row.grainMs === quarterHourMs && row.startMs < daysBeforeMs;
      rows = mergeActivity(rows.map((row) => (isOld(row) ? toDayRow(row) : row)));
    },
  };
}
