import type { Audience } from '../../../shared/domain/audience.ts';
import type { Attention } from '../engine/engine-api.ts';

/** What the system's state of power asks of us. */
export interface PowerState {
  readonly onBattery: boolean;
  /** Suspended, locked, hot or slowed down: only what must be done. */
  readonly constrained: boolean;
}

/** Reports to the engine who looks and how the system fares, whenever that changes. */
export interface AttentionReporter {
  /** Somebody may have begun or ceased to look. */
  refresh(): void;
  setPower(power: PowerState): void;
  /** Reports nothing any more: the engine is going. */
  stop(): void;
}

/** Builds it; the first `refresh` reports in any case. */
export function createAttention(
  readAudience: () => Audience,
  report: (attention: Attention) => void,
): AttentionReporter {
  let power: PowerState = { onBattery: false, constrained: false };
  let reported = '';
  let isStopped = false;
  const refresh = (): void => {
    const attention: Attention = { audience: readAudience(), ...power };
    const key = JSON.stringify(attention);
    if (isStopped || key === reported) return;
    reported = key;
    report(attention);
  };
  return {
    refresh,
    setPower({ onBattery, constrained }) {
      power = { onBattery, constrained };
      refresh();
    },
    stop() {
      isStopped = true;
    },
  };
}
