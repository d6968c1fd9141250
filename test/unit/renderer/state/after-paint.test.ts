import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPaint } from '../../../../renderer/state/after-paint.ts';

let paint: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => (paint = callback));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what nobody waits for', () => {
  it('loads once, after the next picture', async () => {
    const load = vi.fn(() => Promise.resolve('menu'));
    const get = afterPaint(load);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(load).not.toHaveBeenCalled();
    const both = [get(), get()];
    await vi.advanceTimersByTimeAsync(10);
    expect(load).not.toHaveBeenCalled();
    paint();
    await vi.advanceTimersByTimeAsync(0);
    expect(await Promise.all(both)).toEqual(['menu', 'menu']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(load).toHaveBeenCalledOnce();
  });

  it('loads also in a page that paints nothing, because it is covered', async () => {
    const got = afterPaint(() => Promise.resolve('menu'))();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await got).toBe('menu');
  });
});
