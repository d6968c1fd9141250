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

  it('has windows in a fixed order, each with its readings by time and the label of the newest', () => {
    const five = [
      { ...read(3 * hour, 30, 5 * hour), label: 'new' },
      { ...read(1 * hour, 10, 5 * hour), label: 'old' },
    ];
    const week = makeReading({ observedAtMs: 2 * hour, usedPercent: 5, windowMinutes: 10_080 });
    const histories = toLimitHistories([week, ...five], 12 * hour);
    expect(histories).toEqual(toLimitHistories([...five, week], 12 * hour));
    const own = histories.find(({ windowMinutes }) => windowMinutes === 300);
    expect(own?.label).toBe('new');
    expect(own?.points).toEqual([
      { atMs: 1 * hour, usedPercent: 10, resetsAtMs: 5 * hour },
      { atMs: 3 * hour, usedPercent: 30, resetsAtMs: 5 * hour },
    ]);
  });

  it('counts a window from the moment of its reset on', () => {
    const readings = [read(1 * hour, 100, 5 * hour)];
    expect(toLimitHistories(readings, 5 * hour)[0]).toMatchObject({ windows: 1, usedUp: 1 });
    expect(toLimitHistories(readings, 5 * hour - 1)[0]).toMatchObject({ windows: 0, usedUp: 0 });
  });

  it('counts two windows that sessions report in turn as two, not one at each turn', () => {
    const turns = Array.from({ length: 10 }, (_, index) => [
      read(index * 60_000, 20 + index, 5 * hour),
      read(index * 60_000 + 30_000, 60 + index, 5 * hour + 900_000),
    ]);
    expect(toLimitHistories(turns.flat(), 6 * hour)[0]).toMatchObject({ windows: 2, usedUp: 0 });
    expect(countLimitStops([read(1, 100, hour), read(2, 100, 2 * hour), read(3, 100, hour)])).toBe(2);
  });

  it('leaves out readings without a percentage, and windows that have none', () => {
    expect(toLimitHistories([read(1, null, null)], hour)).toEqual([]);
  });

  it('keeps every point of a history that is not long', () => {
    const readings = Array.from({ length: maxHistoryPoints }, (_, index) => read(index, 10, null));
    expect(toLimitHistories(readings, hour)[0]?.points).toHaveLength(maxHistoryPoints);
  });

  it('keeps peaks, the first and the last of a long history', () => {
    const readings = Array.from({ length: 10_000 }, (_, index) => read(index * 1_000, index === 5_000 ? 99 : 10, null));
    const [history] = toLimitHistories(readings, hour);
    expect(history?.points.length).toBeLessThanOrEqual(maxHistoryPoints);
    expect(history?.points.some(({ usedPercent }) => usedPercent === 99)).toBe(true);
    expect([history?.points[0]?.atMs, history?.points.at(-1)?.atMs]).toEqual([0, 9_999_000]);
    const times = history!.points.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
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
