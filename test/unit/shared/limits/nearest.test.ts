import { describe, expect, it } from 'vitest';
import { findNearestToLimit } from '../../../../shared/limits/nearest.ts';

const nowMs = 1_000_000;
const window = (name: string, usedPercent: number | null, runOutProbability: number | null = null, inMs = 1) => ({
  name,
  usedPercent,
  runOutProbability,
  resetsAtMs: nowMs + inMs,
});
const nearest = (...windows: readonly ReturnType<typeof window>[]) => findNearestToLimit(windows, nowMs)?.name ?? null;

describe('the limit that is nearest, where none is known to stop the person', () => {
  it('is the likeliest to run out, where that is worth mentioning, else the fullest', () => {
    expect(nearest(window('week', 70, 0.01), window('5h', 20, 0.1), window('month', 20, 0.05))).toBe('5h');
    expect(nearest(window('week', 70, 0.01), window('5h', 20, 0.019))).toBe('week');
    expect(nearest(window('credits', null), window('5h', 0))).toBe('5h');
    expect(nearest(window('credits', null))).toBe('credits');
    expect(nearest()).toBeNull();
  });

  it('is one that has reset since only where there is no other, and of equal ones the first', () => {
    expect(nearest(window('week', 90, 0.4, 0), window('5h', 2))).toBe('5h');
    expect(nearest(window('week', 90, 0.4, 0))).toBe('week');
    expect(nearest(window('5h', 20), window('week', 20))).toBe('5h');
  });
});
