/** Limits how often the same thing is reported. */
export interface ReportBackoff {
  /** Whether to report this now. */
  isDue(key: string, nowMs: number): boolean;
}

const firstPauseMs = 60_000;
const maxPauseMs = 3_600_000;
const maxKeys = 200;

/** Builds it: after a report, its key is silent for a minute, after the next one for two, up to an hour. */
export function createReportBackoff(): ReportBackoff {
  const pauses = new Map<string, { readonly untilMs: number; readonly lengthMs: number }>();
  return {
    isDue(key, nowMs) {
      const known = pauses.get(key);
      if (known !== undefined && nowMs < known.untilMs) return false;
      // Keys contain error messages, so their number is unbounded.
      if (pauses.size >= maxKeys) pauses.clear();
      const lengthMs = known === undefined ? firstPauseMs : Math.min(known.lengthMs * 2, maxPauseMs);
      pauses.set(key, { untilMs: nowMs + lengthMs, lengthMs });
      return true;
    },
  };
}
