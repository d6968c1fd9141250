import type { AlertSubject } from '../domain/alert-subject.ts';
import type { SourceId } from '../domain/ids.ts';
import { dayMs } from '../domain/instant.ts';
import type { AlertMemory, AlertState } from './alert-state.ts';

/** How much of a window is used at a moment. */
export interface AlertObservation {
  /** Permanently identifies the window. */
  readonly key: string;
  readonly source: SourceId;
  readonly subject: AlertSubject;
  /** Length of the window; null when it has none. */
  readonly windowMs: number | null;
  readonly usedPercent: number;
  /** End of the window's current cycle, UTC milliseconds; null when unknown. It may drift. */
  readonly resetsAtMs: number | null;
  readonly observedAtMs: number;
}

/** A threshold was crossed, and the user should be alerted now. */
export interface AlertIntent {
  readonly key: string;
  readonly source: SourceId;
  readonly subject: AlertSubject;
  /** The highest threshold that was crossed. */
  readonly thresholdPercent: number;
  readonly usedPercent: number;
  readonly resetsAtMs: number | null;
}

/** A window that was not observed for this long, which is longer than any cycle, is forgotten. */
const forgetAfterMs = 45 * dayMs;

/**
 * Decides which alerts to raise. The rules are those of CodexBar as of its PR 2088, see ADR 17. The first observation
 * after the app starts is a baseline and raises none. A threshold raises an alert when it is crossed upwards, once per
 * cycle of its window; if several are crossed at once, only the highest does. A cycle ends with its reset, or when
 * usage falls below half of its peak; a reset time that moves without a fall is the same cycle with another date.
 * Nothing is raised when a limit becomes available again.
 */
export function evaluateAlerts(
  state: AlertState,
  observations: readonly AlertObservation[],
  thresholdsPercent: readonly number[],
): { readonly state: AlertState; readonly intents: readonly AlertIntent[] } {
  const memories = new Map(Object.entries(state));
  const intents: AlertIntent[] = [];
  for (const observation of observations) {
    const remembered = memories.get(observation.key);
    const before = remembered === undefined ? null : enterCycle(remembered, observation);
    const crossed = findCrossed(before, observation, thresholdsPercent);
    if (crossed !== null) intents.push(toIntent(observation, crossed));
    memories.set(observation.key, remember(before, observation, crossed, thresholdsPercent));
  }
  const nowMs = Math.max(...observations.map(({ observedAtMs }) => observedAtMs));
  const kept = [...memories].filter(([, { observedAtMs }]) => !(observedAtMs < nowMs - forgetAfterMs));
  return { state: Object.fromEntries(kept), intents };
}

/**
 * The stored state as it applies to the observation's cycle; null when the observation is a new baseline. After a
 * reset, usage restarted from zero, so everything reached since counts as crossed upwards. Without one, usage fell
 * within the cycle (the provider corrected it or raised the limit): the thresholds below it were not crossed and need
 * no alert.
 */
function enterCycle(memory: AlertMemory, observation: AlertObservation): AlertMemory | null {
  if (isNextCycle(memory, observation)) return { ...memory, lastPercent: 0, peakPercent: 0, settledPercent: 0 };
  return observation.usedPercent >= memory.peakPercent / 2 ? memory : null;
}

/** Whether the stored cycle is over and the reset has moved by more than drift. */
function isNextCycle(memory: AlertMemory, { resetsAtMs, observedAtMs, windowMs }: AlertObservation): boolean {
  if (memory.resetsAtMs === null || resetsAtMs === null || memory.resetsAtMs > observedAtMs) return false;
  return Math.abs(resetsAtMs - memory.resetsAtMs) > (windowMs ?? dayMs) / 2;
}

function findCrossed(
  before: AlertMemory | null,
  { usedPercent }: AlertObservation,
  thresholdsPercent: readonly number[],
): number | null {
  if (before === null || !before.isSettledIn) return null;
  const highest = highestBelow(thresholdsPercent, usedPercent);
  return highest > before.lastPercent && highest > before.settledPercent ? highest : null;
}

function remember(
  before: AlertMemory | null,
  { usedPercent, resetsAtMs, observedAtMs }: AlertObservation,
  crossed: number | null,
  thresholdsPercent: readonly number[],
): AlertMemory {
  const isBaseline = before === null || !before.isSettledIn;
  const settled = isBaseline ? highestBelow(thresholdsPercent, usedPercent) : (crossed ?? 0);
  return {
    resetsAtMs,
    lastPercent: usedPercent,
    peakPercent: Math.max(before?.peakPercent ?? 0, usedPercent),
    settledPercent: Math.max(before?.settledPercent ?? 0, settled),
    observedAtMs,
    isSettledIn: true,
  };
}

/** The highest threshold that this percentage has reached; 0 when none. */
function highestBelow(thresholdsPercent: readonly number[], usedPercent: number): number {
  return Math.max(0, ...thresholdsPercent.filter((threshold) => threshold <= usedPercent));
}

function toIntent(observation: AlertObservation, thresholdPercent: number): AlertIntent {
  const { key, source, subject, usedPercent, resetsAtMs } = observation;
  return { key, source, subject, thresholdPercent, usedPercent, resetsAtMs };
}
