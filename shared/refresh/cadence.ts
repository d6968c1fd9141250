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

/** Reading the process table more often would itself cause the load. */
const minSampleMs = 2 * secondMs;
const minHiddenSampleMs = 5 * secondMs;
const constrainedMs = 5 * minuteMs;
const activeMinutes = 5;

const sampleDelays = {
  glance: { mains: minSampleMs, battery: 5 * secondMs },
  history: { mains: 5 * secondMs, battery: 10 * secondMs },
  active: { mains: 30 * secondMs, battery: minuteMs },
  idle: { mains: minuteMs, battery: 2 * minuteMs },
} as const;

/** Facts without change events, such as the folders of logs, are read again after this time. */
const recheckMs = { attended: minuteMs, unattended: 5 * minuteMs } as const;

/** In how many milliseconds to read the process table next: as rarely as the current audience allows. */
export function decideSampleDelayMs(inputs: CadenceInputs): number {
  if (inputs.constrained) return constrainedMs;
  if (inputs.setting === 'auto') return sampleDelays[findPace(inputs)][inputs.onBattery ? 'battery' : 'mains'];
  const minMs = hasAudience(inputs.audience) ? minSampleMs : minHiddenSampleMs;
  return Math.max(inputs.setting * secondMs, minMs);
}

/**
 * In how many milliseconds to build the snapshot next when nothing happens. It holds facts, and new log lines and
 * processes renew it at once, so only an instant at which a fact changes matters: `untilBoundaryMs` is the time until
 * then (see `toNextBoundary`). While only necessary work is done, that instant may be missed by some minutes.
 */
export function decideSnapshotDelayMs(
  { audience, constrained }: Pick<CadenceInputs, 'audience' | 'constrained'>,
  untilBoundaryMs: number,
): number {
  if (constrained) return constrainedMs;
  // A timer may fire slightly early.
  const boundaryMs = Math.max(secondMs, untilBoundaryMs + 50);
  return Math.min(boundaryMs, recheckMs[hasAudience(audience) ? 'attended' : 'unattended']);
}

function findPace(inputs: CadenceInputs): keyof typeof sampleDelays {
  if (inputs.audience.glance > 0) return 'glance';
  // There is no way to know who is watching a stream, so it is kept as fresh as a window that stays open.
  if (inputs.audience.history > 0 || inputs.audience.stream > 0) return 'history';
  const { minutesSinceLogActivity, agentsRunning } = inputs;
  const isActive = minutesSinceLogActivity !== null && minutesSinceLogActivity < activeMinutes;
  return isActive || agentsRunning ? 'active' : 'idle';
}
