import type { Clock } from '../../../../shared/ports/clock.ts';

/** A beat that is off by more than this was delayed by sleep, or the clock was set. */
const toleranceMs = 3000;

/** A slow, regular beat. */
export interface Heartbeat {
  close(): void;
}

/** The interval, and the callback. */
export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly everyMs: number;
  /** `hasJumped`: the time since the last beat is not as expected. Most likely, the machine was asleep. */
  readonly onBeat: (hasJumped: boolean) => void;
}

/** Starts a heartbeat. It does not keep the process alive. */
export function createHeartbeat({ clock, everyMs, onBeat }: HeartbeatOptions): Heartbeat {
  let beatAtMs = clock.nowMs();
  const timer = setInterval(() => {
    const nowMs = clock.nowMs();
    const hasJumped = Math.abs(nowMs - beatAtMs - everyMs) > toleranceMs;
    beatAtMs = nowMs;
    onBeat(hasJumped);
  }, everyMs);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
