import type { ActivityRow } from '../../shared/domain/activity.ts';
import { quarterHourMs } from '../../shared/domain/instant.ts';
import { markForgotten, withoutForgotten, type ForgottenMarks } from '../../shared/activity/forgotten.ts';
import { compareActivity, mergeActivity, toDayRow } from '../../shared/activity/slots.ts';
import type { ActivityStore } from '../../shared/ports/activity-store.ts';

/** Builds an empty store of activity in memory. */
export function createMemoryActivity(): ActivityStore {
  let rows: readonly ActivityRow[] = [];
  let marks: ForgottenMarks = {};
  const cursors = new Map<string, string>();
  return {
    recordActivity(batch) {
      const added = withoutForgotten(batch.added, marks, false);
      rows = mergeActivity([...rows, ...added]);
      for (const raised of withoutForgotten(batch.raised, marks, true)) rows = raiseRow(rows, raised);
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

/** Raises the numbers of the row with the same slot and subject to those of `raised`, where they are smaller. */
function raiseRow(rows: readonly ActivityRow[], raised: ActivityRow): readonly ActivityRow[] {
  const held = rows.find((row) => compareActivity(row, raised) === 0);
  if (held === undefined) return mergeActivity([...rows, raised]);
  const numbers = {
    activeMs: Math.max(held.activeMs, raised.activeMs),
    count: Math.max(held.count, raised.count),
    inputTokens: Math.max(held.inputTokens, raised.inputTokens),
    outputTokens: Math.max(held.outputTokens, raised.outputTokens),
  };
  return rows.map((row) => (row === held ? { ...row, ...numbers } : row));
}
