import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRepeater } from '../../../../../main/node/engine/repeater.ts';

describe('createRepeater', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('decides each interval separately, and stops on request', async () => {
    const delays = [10, 30, 20];
    const acts: number[] = [];
    const startMs = Date.now();
    const repeater = createRepeater(
      () => delays.shift() ?? 1_000,
      () => void acts.push(Date.now() - startMs),
      () => undefined,
    );
    repeater.start();
    await vi.advanceTimersByTimeAsync(60);
    expect(acts).toEqual([10, 40, 60]);
    repeater.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(acts).toHaveLength(3);
  });

  it('adopts a shorter interval immediately when rescheduled', async () => {
    let delayMs = 1_000;
    const acts: number[] = [];
    const startMs = Date.now();
    const repeater = createRepeater(
      () => delayMs,
      () => void acts.push(Date.now() - startMs),
      () => undefined,
    );
    repeater.start();
    await vi.advanceTimersByTimeAsync(100);
    delayMs = 5;
    repeater.reschedule();
    await vi.advanceTimersByTimeAsync(5);
    expect(acts).toEqual([105]);
    repeater.stop();
  });

  it('never overlaps itself, and continues after a failure', async () => {
    const errors: unknown[] = [];
    let isActing = false;
    let acts = 0;
    const repeater = createRepeater(
      () => 10,
      async () => {
        expect(isActing).toBe(false);
        isActing = true;
        await new Promise((resolve) => setTimeout(resolve, 35));
        isActing = false;
        if (++acts === 1) throw new Error('once');
      },
      (error) => errors.push(error),
    );
    repeater.start();
    await vi.advanceTimersByTimeAsync(20);
    repeater.reschedule();
    await vi.advanceTimersByTimeAsync(100);
    repeater.stop();
    expect(acts).toBeGreaterThanOrEqual(2);
    expect(errors).toEqual([new Error('once')]);
  });
});
