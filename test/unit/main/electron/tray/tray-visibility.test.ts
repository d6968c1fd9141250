import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchTrayVisibility } from '../../../../../main/electron/tray/tray-visibility.ts';

describe('watchTrayVisibility', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const watch = (platform: NodeJS.Platform, state: { isOnScreen: boolean; host: 'present' | 'absent' | 'unknown' }) => {
    const obstacles: string[] = [];
    const stop = watchTrayVisibility({
      platform,
      isOnScreen: () => state.isOnScreen,
      findHost: () => Promise.resolve(state.host),
      onObstacle: (obstacle) => obstacles.push(obstacle),
    });
    return { obstacles, stop };
  };

  it('reports on macOS an icon that is off the screen after 5 and after 15 seconds', async () => {
    const state = { isOnScreen: false, host: 'unknown' as const };
    const { obstacles } = watch('darwin', state);
    await vi.advanceTimersByTimeAsync(14_000);
    expect(obstacles).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(obstacles).toEqual(['tray-hidden']);
  });

  it('does not report an icon that macOS places late, nor a visible one', async () => {
    const state = { isOnScreen: false, host: 'unknown' as const };
    const late = watch('darwin', state);
    await vi.advanceTimersByTimeAsync(6_000);
    state.isOnScreen = true;
    await vi.advanceTimersByTimeAsync(60_000);
    const there = watch('darwin', state);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...late.obstacles, ...there.obstacles]).toEqual([]);
  });

  it.each([
    ['absent', ['no-tray']],
    ['present', []],
    ['unknown', []],
  ] as const)('asks the desktop on Linux: %s', async (host, expected) => {
    const { obstacles } = watch('linux', { isOnScreen: false, host });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(obstacles).toEqual(expected);
  });

  it('reports nothing on Windows, nor after it was stopped', async () => {
    const hidden = { isOnScreen: false, host: 'absent' as const };
    const windows = watch('win32', hidden);
    const stopped = watch('darwin', hidden);
    stopped.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...windows.obstacles, ...stopped.obstacles]).toEqual([]);
  });
});
