import * as v from 'valibot';
import type { Stays } from '../../../../shared/activity/read-visits.ts';
import { parseJsonAs } from '../../../../shared/lib/parse-json.ts';

/** How far a history was read. */
export interface HistoryCursor {
  /** Size and time of the database and its log, then; the same again means that nothing was added. */
  readonly state: string;
  readonly lastId: number;
  /** If another history replaces this one, only newer visits count. */
  readonly lastAtMs: number;
  readonly stays: Stays;
}

export const unreadHistory: HistoryCursor = { state: '', lastId: 0, lastAtMs: 0, stays: {} };

const instant = v.pipe(v.number(), v.finite());
const cursorSchema = v.object({
  state: v.string(),
  lastId: v.pipe(v.number(), v.safeInteger()),
  lastAtMs: instant,
  stays: v.record(v.string(), v.object({ lastAtMs: instant, countedUntilMs: instant })),
});

/** Reads a stored cursor; null where it cannot be read, and so nothing may be counted again. */
export function parseHistoryCursor(text: string): HistoryCursor | null {
  return parseJsonAs(cursorSchema, text);
}
