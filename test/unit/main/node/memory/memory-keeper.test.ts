import { getHeapStatistics } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryKeeper, isWorthGivingBack } from '../../../../../main/node/memory/memory-keeper.ts';

const mib = 1024 * 1024;

describe('isWorthGivingBack', () => {
  it.each([
    ['a small heap, never given back', 17, null, null, false],
    ['what a start leaves', 28, null, null, true],
    ['soon after the last time', 120, 30, 9 * 60_000, false],
    ['later', 120, 30, 10 * 60_000, true],
    ['later, but little', 35, 30, 60 * 60_000, false],
    ['when the clock was set back', 120, 30, -60_000, false],
  ])('%s', (_name, heldMib, restingMib, sinceMs, expected) => {
    const restingBytes = restingMib === null ? null : restingMib * mib;
    expect(isWorthGivingBack({ heldBytes: heldMib * mib, restingBytes, sinceMs })).toBe(expected);
  });
});

describe('createMemoryKeeper', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const setUp = () => {
    const state = { heldBytes: 120 * mib, collections: [] as number[] };
    const startMs = Date.now();
    const keeper = createMemoryKeeper(
      { nowMs: () => Date.now() },
      () => {
        state.collections.push(Date.now() - startMs);
        state.heldBytes = 30 * mib;
      },
      () => state.heldBytes,
    );
    return { state, keeper };
  };

  it('waits until everything has come to rest, and then collects once', async () => {
    const { state, keeper } = setUp();
    keeper.note();
    await vi.advanceTimersByTimeAsync(4_000);
    keeper.note();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(state.collections).toEqual([]);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(state.collections).toEqual([9_000]);
    keeper.stop();
  });

  it('collects again when the heap has grown, but not soon', async () => {
    const { state, keeper } = setUp();
    keeper.note();
    await vi.advanceTimersByTimeAsync(5_000);
    state.heldBytes = 120 * mib;
    keeper.note();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(state.collections).toHaveLength(1);
    keeper.note();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(state.collections).toHaveLength(2);
    keeper.stop();
  });

  it('does nothing when stopped', async () => {
    const { state, keeper } = setUp();
    keeper.note();
    keeper.stop();
    keeper.note();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.collections).toEqual([]);
  });

  it('shrinks the real heap of this thread, and leaves no global function behind', async () => {
    // Held until it is measured: V8 may collect it at any time afterwards.
    const measureWithGarbage = (): number => {
      const garbage = Array.from({ length: 2_000_000 }, (_, index) => ({ index }));
      const size = getHeapStatistics().total_heap_size;
      expect(garbage).toHaveLength(2_000_000);
      return size;
    };
    const before = measureWithGarbage();
    const keeper = createMemoryKeeper({ nowMs: () => Date.now() });
    keeper.note();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(getHeapStatistics().total_heap_size).toBeLessThan(before - 12 * mib);
    expect('gc' in globalThis).toBe(false);
    keeper.stop();
  });
});
