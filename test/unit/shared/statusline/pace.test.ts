import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { toElapsedPercent, toRunOutMs } from '../../../../shared/statusline/pace.ts';

const nowMs = Date.UTC(2026, 5, 1, 12);
/** A window of five hours of which two are left, unless told otherwise. */
const window = (
  usedPercent: number | null,
  leftMs: number | null = 2 * hourMs,
  windowMinutes: number | null = 300,
) => ({
  windowMinutes,
  usedPercent,
  resetsAtMs: leftMs === null ? null : nowMs + leftMs,
});

describe('the elapsed share of a window', () => {
  it.each([
    [2 * hourMs, 60],
    // From three hundredths on, and to the end of the window.
    [291 * minuteMs, 3],
    [291 * minuteMs + 1, null],
    [0, 100],
    [-1, null],
    [null, null],
  ])('with %s ms left is %s', (leftMs, percent) => {
    const elapsed = toElapsedPercent(window(10, leftMs), nowMs);
    if (percent === null) expect(elapsed).toBeNull();
    else expect(elapsed).toBeCloseTo(percent, 9);
  });

  it('is unknown of a window without a length', () => {
    expect(toElapsedPercent(window(10, 2 * hourMs, null), nowMs)).toBeNull();
  });
});

describe('when a window runs out at its pace', () => {
  it('goes on as so far', () => {
    // 80 % in three hours: the rest in 45 minutes.
    expect(toRunOutMs(window(80), nowMs)).toBe(nowMs + 45 * minuteMs);
  });

  it('is never where it lasts to its reset, also just', () => {
    expect(toRunOutMs(window(60), nowMs)).toBeNull();
    expect(toRunOutMs(window(59), nowMs)).toBeNull();
    expect(toRunOutMs(window(61), nowMs)).toBeLessThan(nowMs + 2 * hourMs);
  });

  it('is now where it is used up, whatever else is known', () => {
    expect(toRunOutMs(window(100, null), nowMs)).toBe(nowMs);
    expect(toRunOutMs(window(130, 2 * hourMs, null), nowMs)).toBe(nowMs);
  });

  it.each([
    window(null),
    window(0),
    window(99, null),
    window(99, 2 * hourMs, null),
    // Hardly begun.
    window(99, 299 * minuteMs),
  ])('is unknown of %o', (each) => {
    expect(toRunOutMs(each, nowMs)).toBeNull();
  });
});
