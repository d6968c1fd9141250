import type { Attention } from '../node/engine/engine-api.ts';
import type { PowerState } from './power.ts';

/** Tells the engine who looks and how the system fares, whenever that changes. */
export interface AttentionTeller {
  /** A window may have been shown or hidden. */
  refresh(): void;
  setPower(power: PowerState): void;
  /** Tells nothing any more: the engine is going. */
  stop(): void;
}

/** Builds it; the first `refresh` tells in any case. */
export function createAttention(options: {
  readonly isPopoverVisible: () => boolean;
  readonly isHistoryVisible: () => boolean;
  readonly tell: (attention: Attention) => void;
}): AttentionTeller {
  let power: PowerState = { onBattery: false, constrained: false };
  let told = '';
  let isStopped = false;
  const refresh = (): void => {
    const attention: Attention = {
      popoverVisible: options.isPopoverVisible(),
      historyVisible: options.isHistoryVisible(),
      onBattery: power.onBattery,
      constrained: power.constrained,
    };
    const key = JSON.stringify(attention);
    if (isStopped || key === told) return;
    told = key;
    options.tell(attention);
  };
  return {
    refresh,
    setPower(next) {
      power = next;
      refresh();
    },
    stop() {
      isStopped = true;
    },
  };
}
