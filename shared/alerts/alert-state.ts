import * as v from 'valibot';

const percent = v.pipe(v.number(), v.finite(), v.minValue(0));

const memorySchema = v.strictObject({
  /** When the cycle ends as last reported, UTC milliseconds; null when the provider does not say. */
  resetsAtMs: v.nullable(v.pipe(v.number(), v.safeInteger())),
  /** Newest percentage, and the highest one of the cycle. */
  lastPercent: percent,
  peakPercent: percent,
  /** The highest threshold that needs no further alert in this cycle; 0 when none. */
  settledPercent: percent,
  observedAtMs: v.pipe(v.number(), v.safeInteger()),
  /** False until the first observation after the app starts. */
  isSettledIn: v.boolean(),
});

/** State kept for one window. */
export type AlertMemory = Readonly<v.InferOutput<typeof memorySchema>>;

/** State kept for every window ever observed, by key. Plain JSON that persists across restarts. */
export type AlertState = Readonly<Record<string, AlertMemory>>;

/** Nothing has been observed yet. */
export const initialAlertState: AlertState = {};

/**
 * Parses the state saved by an earlier run of the app. What was settled stays settled; every window must be observed
 * once before it may alert again. Malformed entries are dropped, which costs no more than a baseline.
 */
export function parseAlertState(stored: unknown): AlertState {
  if (typeof stored !== 'object' || stored === null) return initialAlertState;
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]) => {
      const parsed = v.safeParse(memorySchema, value);
      return parsed.success ? [[key, { ...parsed.output, isSettledIn: false }]] : [];
    }),
  );
}
