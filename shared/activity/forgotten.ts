import { activityKinds, type ActivityKind, type ActivityRow } from '../domain/activity.ts';

/** When each kind was last deleted, UTC milliseconds; kinds that never were are missing. */
export type ForgottenMarks = Partial<Readonly<Record<ActivityKind, number>>>;

/** The name of the cursor that keeps the marks. */
export const forgottenCursor = 'forgotten';

/** Reads the marks of a ledger; none where there are none or they are damaged. */
export function parseForgotten(state: string | undefined): ForgottenMarks {
  try {
    const found: unknown = JSON.parse(state ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    const entries = Object.entries(found).filter(
      ([kind, atMs]) => activityKinds.some((known) => known === kind) && Number.isSafeInteger(atMs),
    );
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

/** The marks after kinds were forgotten at an instant. */
export function markForgotten(marks: ForgottenMarks, kinds: readonly ActivityKind[], atMs: number): ForgottenMarks {
  return { ...marks, ...Object.fromEntries(kinds.map((kind) => [kind, Math.max(atMs, marks[kind] ?? 0)])) };
}

/**
 * Drops rows of times that were deleted: an extension may send late, and a shell's history is counted again as a whole
 * (`isRecount`). A recount also loses the quarter of an hour in which the deletion fell, since it includes what came before.
 */
export function withoutForgotten(
  rows: readonly ActivityRow[],
  marks: ForgottenMarks,
  isRecount: boolean,
): readonly ActivityRow[] {
  return rows.filter(({ kind, startMs, grainMs }) => {
    const untilMs = marks[kind];
    // Commands without a time were added to the history since it was last read.
    if (untilMs === undefined || grainMs === 0) return true;
    return isRecount ? startMs >= untilMs : startMs + grainMs > untilMs;
  });
}
