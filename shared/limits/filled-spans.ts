import type { LimitReading } from '../domain/limit-window.ts';
import { splitCycles } from './cycles.ts';

/** Two readings of one cycle between which a window filled by some percent. */
export interface FilledSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly percent: number;
}

/**
 * The spans of a window's readings, ordered by time, over each of which it filled by at least `minStepPercent`. One that
 * ends at 100 is left out: the window is full, however much more was wanted.
 */
export function listFilledSpans(readings: readonly LimitReading[], minStepPercent: number): readonly FilledSpan[] {
  const spans: FilledSpan[] = [];
  for (const cycle of splitCycles(readings)) {
    let from: LimitReading | undefined;
    for (const reading of cycle) {
      if (reading.usedPercent === null) continue;
      from ??= reading;
      const percent = reading.usedPercent - from.usedPercent!;
      if (percent < minStepPercent || reading.usedPercent >= 100) continue;
      spans.push({ fromMs: from.observedAtMs, toMs: reading.observedAtMs, percent });
      from = reading;
    }
  }
  return spans;
}
