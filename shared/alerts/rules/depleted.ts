import type { AlertRule } from '../alert-rule.ts';
import { toAlertObservations } from '../observations.ts';
import { continueThresholds, parseThresholdMemory, type ThresholdMemory } from './threshold-memory.ts';
import { findCrossings } from './threshold.ts';

/** Alerts when nothing is left of a window: the state machine of `threshold`, at 100 percent. */
export const depletedRule: AlertRule<'depleted', ThresholdMemory> = {
  parseMemory: parseThresholdMemory,
  continueMemory: continueThresholds,
  evaluate(memory, { blocks, windows, nowMs }) {
    const outcome = findCrossings(memory, toAlertObservations(blocks, windows, nowMs), [100]);
    const intents = outcome.crossings.map(({ observation: { key, source, subject, resetsAtMs } }) => ({
      kind: 'depleted' as const,
      key,
      source,
      parameters: { subject, resetsAtMs },
    }));
    return { memory: outcome.memory, intents };
  },
};
