import type { ActivityRow } from '../../shared/domain/activity.ts';
import { quarterHourMs } from '../../shared/domain/instant.ts';
import { markForgotten, withoutForgotten, type ForgottenMarks } from '../../shared/activity/forgotten.ts';
import { mergeActivity, raiseActivity, toDayRow } from '../../shared/activity/slots.ts';
import type { ActivityStore } from '../../shared/ports/activity-store.ts';

/** Builds an empty store of activity in memory. */
export function createMemoryActivity(): ActivityStore {
  let rows: readonly ActivityRow[] = [];
  let marks: ForgottenMarks = {};
  const cursors = new Map<string, string>();
  return {
    recordActivity(batch) {
      const added = withoutForgotten(batch.added, marks, false);
      rows = raiseActivity([...mergeActivity([...rows, ...added]), ...withoutForgotten(batch.raised, marks, true)]);
      for (const [name, state] of batch.cursors) cursors.set(name, state);
    },
    activity: ({ fromMs, toMs }) => rows.filter(({ startMs }) => startMs >= fromMs && startMs < toMs),
    activityCursors: () => new Map(cursors),
    thinActivity({ daysBeforeMs }) {
      const isOld = (row: ActivityRow): boolean => row.grainMs === quarterHourMs && row.startMs < daysBeforeMs;
      rows = mergeActivity(rows.map((row) => (isOld(row) ? toDayRow(row) : row)));
    },
    forgetActivity({ kinds, atMs }) {
      const kept = rows.filter(({ kind }) => !kinds.includes(kind));
      const forgotten = rows.length - kept.length;
      rows = kept;
      marks = markForgotten(marks, kinds, atMs);
      return forgotten;
    },
  };
}
