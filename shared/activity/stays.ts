import { minuteMs } from '../domain/instant.ts';

/** Visits closer than this are one stay. https://github.com/qveys/LiteLLM-Companion, `browser_history.py` */
const stayGapMs = 30 * minuteMs;
/** The length counted for a single visit, whose end is unknown. */
const singleVisitMs = minuteMs;
/** The length counted for the last of several visits. */
const lastVisitMs = 5 * minuteMs;

/** The last stay on a site, as far as it is known. */
export interface Stay {
  readonly lastAtMs: number;
  /** Time up to here is counted. */
  readonly countedUntilMs: number;
}

/** A stay after one more visit, and the time that this adds, `[fromMs, toMs)`. */
export interface ExtendedStay {
  readonly stay: Stay;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Adds a visit to the last stay on a site, or begins a new one. A stay of several visits lasts from the first to the
 * last and five minutes more, one of a single visit a minute: an estimate, since a history has no ends of visits.
 */
export function extendStay(before: Stay | null, atMs: number): ExtendedStay {
  const isSame = before !== null && atMs >= before.lastAtMs && atMs - before.lastAtMs < stayGapMs;
  const fromMs = isSame ? before.countedUntilMs : atMs;
  const toMs = Math.max(fromMs, atMs + (isSame ? lastVisitMs : singleVisitMs));
  return { stay: { lastAtMs: atMs, countedUntilMs: toMs }, fromMs, toMs };
}

/** Whether a later visit could still belong to a stay. */
export function mayContinue({ lastAtMs }: Stay, atMs: number): boolean {
  return atMs - lastAtMs < stayGapMs;
}
