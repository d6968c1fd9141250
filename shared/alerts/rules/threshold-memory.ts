import * as v from 'valibot';

const percent = v.pipe(v.number(), v.finite(), v.minValue(0));
const instant = v.pipe(v.number(), v.safeInteger());

const cycleEntries = {
  /** The highest percentage of the cycle. */
  peakPercent: percent,
  /** The highest threshold that needs no further alert in this cycle; 0 when none. */
  settledPercent: percent,
};

const otherCycleSchema = v.object({ ...cycleEntries, resetsAtMs: instant });

const windowSchema = v.object({
  ...cycleEntries,
  /** When the cycle ends as last reported, UTC milliseconds; null when the provider does not say. */
  resetsAtMs: v.nullable(instant),
  /** Newest percentage. */
  lastPercent: percent,
  observedAtMs: instant,
  /** Cycles observed at other times, newest first: the clock may return to them. */
  otherCycles: v.optional(v.array(otherCycleSchema), []),
});

/** Another cycle of a window. */
export type OtherCycle = Readonly<v.InferOutput<typeof otherCycleSchema>>;

/** What is remembered of one window, in its current cycle. */
export interface WindowMemory extends Readonly<Omit<v.InferOutput<typeof windowSchema>, 'otherCycles'>> {
  readonly otherCycles: readonly OtherCycle[];
  /** False until the first observation after the app starts, and after usage fell. */
  readonly hasBaseline: boolean;
}

/** What is remembered of every window ever observed, by key. */
export type ThresholdMemory = Readonly<Record<string, WindowMemory>>;

/** The memory of a process that has just handed over: nothing happened in between, so its last observation is the baseline. */
export function continueThresholds(memory: ThresholdMemory): ThresholdMemory {
  return Object.fromEntries(Object.entries(memory).map(([key, window]) => [key, { ...window, hasBaseline: true }]));
}

/**
 * Parses what an earlier run of the app stored. What was settled stays settled; every window must be observed once
 * before it may alert again. Malformed windows are dropped, which costs no more than a baseline.
 */
export function parseThresholdMemory(stored: unknown): ThresholdMemory {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]) => {
      const parsed = v.safeParse(windowSchema, value);
      return parsed.success ? [[key, { ...parsed.output, hasBaseline: false }]] : [];
    }),
  );
}
