import type { Audience } from '../../../../shared/domain/audience.ts';
import type { Attention } from '../../engine/engine-api.ts';

/** What the system's power state demands. */
export interface PowerState {
  readonly onBattery: boolean;
  /** Suspended, locked, hot or slowed down: only what must be done. */
  readonly constrained: boolean;
}

/** Reports the audience and the power state to the engine whenever they change. */
export interface AttentionReporter {
  /** The audience may have changed. */
  refresh(): void;
  setPower(power: PowerState): void;
  /** Reports nothing from now on: the engine is being stopped. */
  stop(): void;
}

/** Builds it; the first `refresh` always reports. */
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
