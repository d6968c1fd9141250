import type { PowerMonitor } from 'electron';
import type { Dispose } from '../../shared/lib/disposable.ts';

/** What the system's state of power asks of us. */
export interface PowerState {
  readonly onBattery: boolean;
  /** Suspended, locked, hot or slowed down: only what must be done. */
  readonly constrained: boolean;
}

/** What the power watch needs from above. */
export interface PowerOptions {
  readonly powerMonitor: PowerMonitor;
  readonly platform: NodeJS.Platform;
  /** The state changed. */
  readonly onChange: (state: PowerState) => void;
  /** The system woke up or was unlocked: look once at what was missed. */
  readonly onCatchUp: () => void;
}

/** Waking up comes as several events in a row. */
const catchUpDelayMs = 2_000;
/** How often the states are asked for that the platform does not tell by itself (Linux: lock and battery). */
const pollMs = 60_000;
const idleThresholdSeconds = 300;

/** Watches sleep, lock, battery and heat; call when the app is ready. Returns the end of watching. */
export function watchPower(options: PowerOptions): Dispose {
  const { powerMonitor, platform } = options;
  let facts = { isSuspended: false, isLocked: false, isHot: false, isSlowed: false, onBattery: false };
  let told = '';
  let catchUpTimer: NodeJS.Timeout | undefined;

  const note = (change: Partial<typeof facts>): void => {
    facts = { ...facts, ...change };
    const state = toPowerState(facts);
    const key = JSON.stringify(state);
    if (key === told) return;
    told = key;
    options.onChange(state);
  };
  const catchUp = (): void => {
    clearTimeout(catchUpTimer);
    catchUpTimer = setTimeout(options.onCatchUp, catchUpDelayMs);
  };
  powerMonitor.on('suspend', () => note({ isSuspended: true }));
  powerMonitor.on('resume', () => {
    note({ isSuspended: false });
    catchUp();
  });
  powerMonitor.on('lock-screen', () => note({ isLocked: true }));
  powerMonitor.on('unlock-screen', () => {
    note({ isLocked: false });
    catchUp();
  });
  powerMonitor.on('on-battery', () => note({ onBattery: true }));
  powerMonitor.on('on-ac', () => note({ onBattery: false }));
  powerMonitor.on('thermal-state-change', ({ state }) => note({ isHot: state === 'serious' || state === 'critical' }));
  powerMonitor.on('speed-limit-change', ({ limit }) => note({ isSlowed: limit < 100 }));

  const poll = (): void => {
    const wasLocked = facts.isLocked;
    const isLocked = powerMonitor.getSystemIdleState(idleThresholdSeconds) === 'locked';
    note({ onBattery: powerMonitor.isOnBatteryPower(), isLocked });
    if (wasLocked && !isLocked) catchUp();
  };
  note({ onBattery: powerMonitor.isOnBatteryPower() });
  const pollTimer = platform === 'linux' ? setInterval(poll, pollMs) : undefined;
  pollTimer?.unref();
  return () => {
    clearInterval(pollTimer);
    clearTimeout(catchUpTimer);
    powerMonitor.removeAllListeners();
  };
}

/** What a set of facts about the system comes to. */
export function toPowerState(facts: {
  readonly isSuspended: boolean;
  readonly isLocked: boolean;
  readonly isHot: boolean;
  readonly isSlowed: boolean;
  readonly onBattery: boolean;
}): PowerState {
  return {
    onBattery: facts.onBattery,
    constrained: facts.isSuspended || facts.isLocked || facts.isHot || facts.isSlowed,
  };
}
