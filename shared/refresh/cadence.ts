import { hasAudience, type Audience } from '../domain/audience.ts';
import { minuteMs, secondMs } from '../domain/instant.ts';

/** What determines how often to poll. */
export interface CadenceInputs {
  readonly audience: Audience;
  /** Minutes since a log last grew; null when none has. Negative (the clock was set back) counts as just now. */
  readonly minutesSinceLogActivity: number | null;
  readonly onBattery: boolean;
  /** Suspended, locked or hot: do only what is necessary. */
  readonly constrained: boolean;
  /** Seconds chosen by the user, or `auto`. */
  readonly setting: 'auto' | number;
  /** An agent process was running at the last check. */
  readonly agentsRunning: boolean;
}

/** When to poll next, and why; the reason is for the log. */
export interface Cadence {
  readonly delayMs: number;
  readonly reason: 'constrained' | 'setting' | 'glance' | 'history' | 'active' | 'idle' | 'turn';
}

/** Reading the process table more often would itself cause the load. */
const shortestSampleMs = 2 * secondMs;
const shortestHiddenSampleMs = 5 * secondMs;
const constrainedMs = 5 * minuteMs;
const activeMinutes = 5;

const sampleDelays = {
  glance: { mains: shortestSampleMs, battery: 5 * secondMs },
  history: { mains: 5 * secondMs, battery: 10 * secondMs },
  active: { mains: 30 * secondMs, battery: minuteMs },
  idle: { mains: minuteMs, battery: 2 * minuteMs },
} as const;

const snapshotDelays = {
  glance: { mains: 5 * secondMs, battery: 10 * secondMs },
  history: { mains: 15 * secondMs, battery: 30 * secondMs },
  active: { mains: minuteMs, battery: 2 * minuteMs },
  idle: { mains: 5 * minuteMs, battery: 10 * minuteMs },
} as const;

/** When to read the process table next (electron checklist B8, B11). */
export function decideSampleCadence(inputs: CadenceInputs): Cadence {
  const shortestMs = hasAudience(inputs.audience) ? shortestSampleMs : shortestHiddenSampleMs;
  return decide(inputs, sampleDelays, shortestMs);
}

/**
 * When to refresh what changes with time alone: rates, remaining times, ages, windows that end. New log lines refresh
 * the snapshot at once, regardless of this. What is shown while nobody is watching (the tray's text) is in minutes.
 * `untilTurnMs` is the time until a block ends, a limit resets or a day begins; null when nothing does. The delay never
 * extends past such a turn, except while only necessary work is done.
 */
export function decideSnapshotCadence(inputs: CadenceInputs, untilTurnMs: number | null): Cadence {
  const cadence = decide(inputs, snapshotDelays, secondMs);
  if (untilTurnMs === null || untilTurnMs >= cadence.delayMs || inputs.constrained) return cadence;
  // A timer may fire slightly early.
  return { delayMs: Math.max(secondMs, untilTurnMs + 50), reason: 'turn' };
}

function decide(
  inputs: CadenceInputs,
  delays: typeof sampleDelays | typeof snapshotDelays,
  shortestMs: number,
): Cadence {
  if (inputs.constrained) return { delayMs: constrainedMs, reason: 'constrained' };
  if (inputs.setting !== 'auto') return { delayMs: Math.max(inputs.setting * secondMs, shortestMs), reason: 'setting' };
  const reason = findReason(inputs);
  return { delayMs: delays[reason][inputs.onBattery ? 'battery' : 'mains'], reason };
}

function findReason(inputs: CadenceInputs): keyof typeof sampleDelays {
  if (inputs.audience.glance > 0) return 'glance';
  // There is no way to know who is watching a stream, so it is kept as fresh as a window that stays open.
  if (inputs.audience.history > 0 || inputs.audience.stream > 0) return 'history';
  const { minutesSinceLogActivity, agentsRunning } = inputs;
  const isActive = minutesSinceLogActivity !== null && minutesSinceLogActivity < activeMinutes;
  return isActive || agentsRunning ? 'active' : 'idle';
}
