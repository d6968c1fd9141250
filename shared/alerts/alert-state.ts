import * as v from 'valibot';

const percent = v.pipe(v.number(), v.finite(), v.minValue(0));

const memorySchema = v.strictObject({
  /** When the cycle ends as last told, UTC milliseconds; null when the provider does not say. */
  resetsAtMs: v.nullable(v.pipe(v.number(), v.safeInteger())),
  /** Newest percentage, and the highest one of the cycle. */
  lastPercent: percent,
  peakPercent: percent,
  /** The highest threshold that needs no more alert in this cycle; 0 when none. */
  settledPercent: percent,
  observedAtMs: v.pipe(v.number(), v.safeInteger()),
  /** False until the first observation after a start of the app. */
  isSettledIn: v.boolean(),
});

/** What is remembered of one window. */
export type AlertMemory = Readonly<v.InferOutput<typeof memorySchema>>;

/** What is remembered of every window that was ever observed, by key: plain JSON, to be kept over restarts. */
export type AlertState = Readonly<Record<string, AlertMemory>>;

/** Nothing has been observed yet. */
export const initialAlertState: AlertState = {};

/**
 * Reads the state that an earlier run of the app kept. What was settled stays so; everything is to be observed once
 * before it may alert again. What is malformed is forgotten, which costs no more than a baseline.
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
