import type { AlertIntent } from '../../domain/alert-intent.ts';
import { dayMs } from '../../domain/instant.ts';
import type { AlertInput, AlertRule, RuleOutcome } from '../alert-rule.ts';
import { toAlertObservations, type AlertObservation, type Measured } from '../observations.ts';
import { enterCycle } from './threshold-cycle.ts';
import {
  continueThresholds,
  parseThresholdMemory,
  type ThresholdMemory,
  type WindowMemory,
} from './threshold-memory.ts';

/** A window that was not observed for this long, which is longer than any cycle, is forgotten. */
const forgetAfterMs = 45 * dayMs;

/**
 * Alerts when usage crosses a threshold. The rule is that of CodexBar as of its PR 2088, see ADR 17. The first
 * observation after the app starts is a baseline and raises none. A threshold raises an alert when it is crossed
 * upwards, once per cycle of its window; if several are crossed at once, only the highest does. Nothing is raised when
 * a limit becomes available again.
 */
export const thresholdRule: AlertRule<'threshold', ThresholdMemory> = {
  parseMemory: parseThresholdMemory,
  continueMemory: continueThresholds,
  evaluate: (memory, input) =>
    evaluateThresholds(memory, toAlertObservations(input.blocks, input.windows, input.nowMs), input.thresholdsPercent),
};

/** The rule, on what is observed. */
export function evaluateThresholds(
  memory: ThresholdMemory,
  observations: readonly AlertObservation[],
  thresholdsPercent: AlertInput['thresholdsPercent'],
): RuleOutcome<'threshold', ThresholdMemory> {
  const outcome = findCrossings(memory, observations, thresholdsPercent);
  return { memory: outcome.memory, intents: outcome.crossings.map(toIntent) };
}

/** A threshold that an observation crossed upwards. */
export interface Crossing<Observation extends Measured = AlertObservation> {
  readonly observation: Observation;
  readonly thresholdPercent: number;
}

/** The state machine of everything that fills up in cycles. */
export function findCrossings<Observation extends Measured>(
  memory: ThresholdMemory,
  observations: readonly Observation[],
  thresholdsPercent: AlertInput['thresholdsPercent'],
): { readonly memory: ThresholdMemory; readonly crossings: readonly Crossing<Observation>[] } {
  if (observations.length === 0) return { memory, crossings: [] };
  const windows = new Map(Object.entries(memory));
  const crossings: Crossing<Observation>[] = [];
  for (const observation of observations) {
    const remembered = windows.get(observation.key);
    const before = remembered === undefined ? null : enterCycle(remembered, observation);
    const crossed = findCrossed(before, observation, thresholdsPercent);
    if (crossed !== null) crossings.push({ observation, thresholdPercent: crossed });
    windows.set(observation.key, remember(before, observation, crossed, thresholdsPercent));
  }
  const nowMs = Math.max(...observations.map(({ observedAtMs }) => observedAtMs));
  const kept = [...windows].filter(([, { observedAtMs }]) => observedAtMs >= nowMs - forgetAfterMs);
  return { memory: Object.fromEntries(kept), crossings };
}

function findCrossed(
  before: WindowMemory | null,
  { usedPercent }: Measured,
  thresholdsPercent: readonly number[],
): number | null {
  if (before === null || !before.hasBaseline) return null;
  const highest = highestBelow(thresholdsPercent, usedPercent);
  return highest > before.lastPercent && highest > before.settledPercent ? highest : null;
}

function remember(
  before: WindowMemory | null,
  { usedPercent, resetsAtMs, observedAtMs }: Measured,
  crossed: number | null,
  thresholdsPercent: readonly number[],
): WindowMemory {
  const isBaseline = before === null || !before.hasBaseline;
  const settled = isBaseline ? highestBelow(thresholdsPercent, usedPercent) : (crossed ?? 0);
  return {
    resetsAtMs,
    lastPercent: usedPercent,
    peakPercent: Math.max(before?.peakPercent ?? 0, usedPercent),
    settledPercent: Math.max(before?.settledPercent ?? 0, settled),
    observedAtMs,
    hasBaseline: true,
    otherCycles: before?.otherCycles ?? [],
  };
}

/** The highest threshold that this percentage has reached; 0 when none. */
function highestBelow(thresholdsPercent: readonly number[], usedPercent: number): number {
  return Math.max(0, ...thresholdsPercent.filter((threshold) => threshold <= usedPercent));
}

function toIntent({ observation, thresholdPercent }: Crossing): AlertIntent<'threshold'> {
  const { key, source, subject, usedPercent, resetsAtMs } = observation;
  return { kind: 'threshold', key, source, parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } };
}
