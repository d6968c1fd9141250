import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPower } from '../../../../../main/electron/system/power.ts';
import type { PowerState } from '../../../../../main/node/host/engine/attention.ts';

class FakeMonitor extends EventEmitter {
  onBattery = false;
  idleState = 'active';
  isOnBatteryPower = (): boolean => this.onBattery;
  getSystemIdleState = (): string => this.idleState;
}

describe('watchPower', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const build = (platform: NodeJS.Platform) => {
    const monitor = new FakeMonitor();
    const states: PowerState[] = [];
    let catchUps = 0;
    const stop = watchPower({
      powerMonitor: monitor as unknown as PowerMonitor,
      platform,
      onChange: (state) => void states.push(state),
      onCatchUp: () => (catchUps += 1),
    });
    return { monitor, states, stop, catchUps: () => catchUps };
  };
  const free = { onBattery: false, constrained: false };
  const constrained = { onBattery: false, constrained: true };

  it('is constrained until the last reason is gone, and catches up once', () => {
    const { monitor, states, catchUps } = build('darwin');
    monitor.emit('lock-screen');
    monitor.emit('suspend');
    monitor.emit('resume');
    monitor.emit('unlock-screen');
    vi.advanceTimersByTime(10_000);
    expect(states).toEqual([free, constrained, free]);
    expect(catchUps()).toBe(1);
  });

  it('recognises battery and heat, and takes a slowed CPU for a battery', () => {
    const { monitor, states } = build('darwin');
    monitor.emit('on-battery');
    monitor.emit('thermal-state-change', { state: 'fair' });
    monitor.emit('thermal-state-change', { state: 'critical' });
    monitor.emit('on-ac');
    monitor.emit('thermal-state-change', { state: 'nominal' });
    monitor.emit('speed-limit-change', { limit: 80 });
    expect(states).toEqual([
      free,
      { onBattery: true, constrained: false },
      { onBattery: true, constrained: true },
      constrained,
      free,
      { onBattery: true, constrained: false },
    ]);
  });

  it('polls on Linux, which sends no events', () => {
    const { monitor, states, stop, catchUps } = build('linux');
    monitor.idleState = 'locked';
    monitor.onBattery = true;
    vi.advanceTimersByTime(60_000);
    monitor.idleState = 'active';
    vi.advanceTimersByTime(63_000);
    expect(states).toEqual([free, { onBattery: true, constrained: true }, { onBattery: true, constrained: false }]);
    expect(catchUps()).toBe(1);
    stop();
    monitor.onBattery = false;
    vi.advanceTimersByTime(600_000);
    expect(states).toHaveLength(3);
  });
});

describe('the end of watchPower', () => {
  it('removes only its own listeners', () => {
    const monitor = new FakeMonitor();
    let isShutDown = false;
    monitor.on('shutdown', () => (isShutDown = true));
    let wakeUps = 0;
    monitor.on('resume', () => (wakeUps += 1));
    const before = monitor.eventNames().map((name) => [name, monitor.listenerCount(name)]);
    const stop = watchPower({
      powerMonitor: monitor as unknown as PowerMonitor,
      platform: 'darwin',
      onChange: () => undefined,
      onCatchUp: () => undefined,
    });
    expect(monitor.eventNames().length).toBeGreaterThan(2);
    stop();
    expect(monitor.eventNames().map((name) => [name, monitor.listenerCount(name)])).toEqual(before);
    monitor.emit('shutdown');
    monitor.emit('resume');
    expect({ isShutDown, wakeUps }).toEqual({ isShutDown: true, wakeUps: 1 });
  });
});
