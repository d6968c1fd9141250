import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { addSwitchCounts, noWakeUps, toWakeUpsPerSecond } from '../../../../shared/processes/wake-ups.ts';

const counts = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries));

describe('wake-ups', () => {
  it('are unknown until there are two readings', () => {
    const first = addSwitchCounts(noWakeUps, counts({ '1/1': 1_000 }), hourMs);
    expect(toWakeUpsPerSecond(noWakeUps)).toBeNull();
    expect(toWakeUpsPerSecond(first)).toBeNull();
    expect(toWakeUpsPerSecond(addSwitchCounts(first, counts({ '1/1': 1_150 }), hourMs + minuteMs))).toBe(2.5);
  });

  it('count threads that began meanwhile, and never less than nothing', () => {
    const first = addSwitchCounts(noWakeUps, counts({ '1/1': 1_000, '1/2': 500 }), hourMs);
    // One thread has ended, one is new, and one number belongs to another thread now.
    const second = addSwitchCounts(first, counts({ '1/2': 30, '1/3': 570 }), hourMs + minuteMs);
    expect(toWakeUpsPerSecond(second)).toBe(10);
  });

  it('are a mean of the last hour', () => {
    let history = addSwitchCounts(noWakeUps, counts({ a: 0 }), 0);
    history = addSwitchCounts(history, counts({ a: 60_000 }), minuteMs);
    history = addSwitchCounts(history, counts({ a: 60_060 }), 2 * minuteMs);
    expect(toWakeUpsPerSecond(history)).toBe(501);
    history = addSwitchCounts(history, counts({ a: 60_120 }), hourMs + minuteMs - 1);
    expect(toWakeUpsPerSecond(history)).toBeLessThan(1);
    expect(history.pieces).toHaveLength(2);
  });

  it('have a gap where the system said nothing, or the clock was set back', () => {
    const first = addSwitchCounts(noWakeUps, counts({ a: 0 }), hourMs);
    const silent = addSwitchCounts(first, null, hourMs + minuteMs);
    expect(toWakeUpsPerSecond(addSwitchCounts(silent, counts({ a: 9_000 }), hourMs + 2 * minuteMs))).toBeNull();
    expect(toWakeUpsPerSecond(addSwitchCounts(first, counts({ a: 9_000 }), hourMs))).toBeNull();
  });
});
