import type { PowerMonitor } from 'electron';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { PowerState } from '../../node/host/engine/attention.ts';

/** What is known about the system's power state. */
export interface PowerFacts {
  readonly isSuspended: boolean;
  readonly isLocked: boolean;
  readonly isHot: boolean;
  /** The processor is throttled. */
  readonly isSlowed: boolean;
  readonly onBattery: boolean;
}

/** The dependencies of the power watch. */
export interface PowerOptions {
  readonly powerMonitor: PowerMonitor;
  readonly platform: NodeJS.Platform;
  /** The state changed. */
  readonly onChange: (state: PowerState) => void;
  /** The system woke up or was unlocked: check once for what was missed. */
  readonly onCatchUp: () => void;
}

/** Waking up arrives as several events in a row. */
const catchUpDelayMs = 2_000;
/** How often to poll the states that the platform does not report itself (Linux: lock and battery). */
const pollMs = 60_000;
const idleThresholdSeconds = 300;

/** Watches sleep, lock, battery and heat; call when the app is ready. Returns a function that stops watching. */
export function watchPower(options: PowerOptions): Dispose {
  const { powerMonitor, platform } = options;
  let facts: PowerFacts = { isSuspended: false, isLocked: false, isHot: false, isSlowed: false, onBattery: false };
  let reported = '';
  let catchUpTimer: NodeJS.Timeout | undefined;

  const note = (change: Partial<PowerFacts>): void => {
    facts = { ...facts, ...change };
    const state = toPowerState(facts);
    const key = JSON.stringify(state);
    if (key === reported) return;
    reported = key;
    options.onChange(state);
  };
  const catchUp = (): void => {
    clearTimeout(catchUpTimer);
    catchUpTimer = setTimeout(options.onCatchUp, catchUpDelayMs);
  };
  const stopListening = listen(powerMonitor, note, catchUp);

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
    stopListening();
  };
}

/** The power state that a set of facts about the system amounts to. */
function toPowerState(facts: PowerFacts): PowerState {
  return {
    // On some laptops Windows throttles the processor all day, which is no reason to show stale numbers.
    onBattery: facts.onBattery || facts.isSlowed,
    constrained: facts.isSuspended || facts.isLocked || facts.isHot,
  };
}

/** Forwards what the system reports. The monitor has other listeners (a shutdown's): only our own are removed. */
function listen(powerMonitor: PowerMonitor, note: (change: Partial<PowerFacts>) => void, catchUp: () => void): Dispose {
  const onSuspend = (): void => note({ isSuspended: true });
  const onResume = (): void => {
    note({ isSuspended: false });
    catchUp();
  };
  const onLock = (): void => note({ isLocked: true });
  const onUnlock = (): void => {
    note({ isLocked: false });
    catchUp();
  };
  const onBattery = (): void => note({ onBattery: true });
  const onMains = (): void => note({ onBattery: false });
  const onThermalState = ({ state }: { readonly state: string }): void =>
    note({ isHot: state === 'serious' || state === 'critical' });
  const onSpeedLimit = ({ limit }: { readonly limit: number }): void => note({ isSlowed: limit < 100 });

  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  powerMonitor.on('lock-screen', onLock);
  powerMonitor.on('unlock-screen', onUnlock);
  powerMonitor.on('on-battery', onBattery);
  powerMonitor.on('on-ac', onMains);
  powerMonitor.on('thermal-state-change', onThermalState);
  powerMonitor.on('speed-limit-change', onSpeedLimit);
  return () => {
    powerMonitor.off('suspend', onSuspend);
    powerMonitor.off('resume', onResume);
    powerMonitor.off('lock-screen', onLock);
    powerMonitor.off('unlock-screen', onUnlock);
    powerMonitor.off('on-battery', onBattery);
    powerMonitor.off('on-ac', onMains);
    powerMonitor.off('thermal-state-change', onThermalState);
    powerMonitor.off('speed-limit-change', onSpeedLimit);
  };
}
