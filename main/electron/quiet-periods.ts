/** Keeps something that happens again and again from being told every time. */
export interface QuietPeriods {
  /** Whether this is to be told now. */
  isDue(key: string, nowMs: number): boolean;
}

const firstQuietMs = 60_000;
const longestQuietMs = 3_600_000;
const mostKeys = 200;

/** Builds it: after being told, a key is quiet for a minute, then for two, up to an hour. */
export function createQuietPeriods(): QuietPeriods {
  const quiet = new Map<string, { untilMs: number; lengthMs: number }>();
  return {
    isDue(key, nowMs) {
      const known = quiet.get(key);
      if (known !== undefined && nowMs < known.untilMs) return false;
      // Keys hold messages of errors, which may differ without end.
      if (quiet.size >= mostKeys) quiet.clear();
      const lengthMs = known === undefined ? firstQuietMs : Math.min(known.lengthMs * 2, longestQuietMs);
      quiet.set(key, { untilMs: nowMs + lengthMs, lengthMs });
      return true;
    },
  };
}
