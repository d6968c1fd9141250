import { describe, expect, it } from 'vitest';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import { countLimitStops, maxHistoryPoints, toLimitHistories } from '../../../../shared/limits/limit-history.ts';
import { makeReading } from '../../../support/make-reading.ts';

const hour = 3_600_000;

function read(atMs: number, usedPercent: number | null, resetsAtMs: number | null): LimitReading {
  return { ...makeReading(), observedAtMs: atMs, usedPercent, resetsAtMs };
}

describe('toLimitHistories', () => {
  it('counts windows that have ended, and those of them that were used up', () => {
    const readings = [
      read(1 * hour, 40, 5 * hour),
      read(2 * hour, 100, 5 * hour + 1_000),
      read(6 * hour, 10, 10 * hour),
      read(11 * hour, 20, 15 * hour),
    ];
    const [history] = toLimitHistories(readings, 12 * hour);
    expect(history).toMatchObject({ windows: 2, usedUp: 1 });
    expect(history?.points.map(({ usedPercent }) => usedPercent)).toEqual([40, 100, 10, 20]);
  });

  it('leaves out readings without a percentage, and windows that have none', () => {
    expect(toLimitHistories([read(1, null, null)], hour)).toEqual([]);
  });

  it('keeps peaks, the first and the last of a long history', () => {
    const readings = Array.from({ length: 10_000 }, (_, index) => read(index * 1_000, index === 5_000 ? 99 : 10, null));
    const [history] = toLimitHistories(readings, hour);
    expect(history?.points.length).toBeLessThanOrEqual(maxHistoryPoints);
    expect(history?.points.some(({ usedPercent }) => usedPercent === 99)).toBe(true);
    expect([history?.points[0]?.atMs, history?.points.at(-1)?.atMs]).toEqual([0, 9_999_000]);
  });
});

describe('countLimitStops', () => {
  it('counts each window once, also without known resets', () => {
    const readings = [read(1, 100, null), read(2, 100, null), read(3, 5, null), read(4, 100, null)];
    expect(countLimitStops(readings)).toBe(2);
  });

  it('is unknown without readings, and zero where nothing was used up', () => {
    expect(countLimitStops([])).toBeNull();
    expect(countLimitStops([read(1, 99, null)])).toBe(0);
  });
});
