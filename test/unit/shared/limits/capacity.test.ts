import { describe, expect, it } from 'vitest';
import { learnCapacity } from '../../../../shared/limits/capacity.ts';
import { makeReading } from '../../../support/make-reading.ts';

const minute = 60_000;
const resetsAtMs = 100 * 60 * minute;
const readingsOf = (percents: readonly number[], everyMinutes = 10, reset = resetsAtMs) =>
  percents.map((usedPercent, index) =>
    makeReading({ usedPercent, observedAtMs: index * everyMinutes * minute, resetsAtMs: reset, windowMinutes: 10_080 }),
  );
/** Ten cents a minute. */
const steady = (fromMs: number, toMs: number) => ((toMs - fromMs) / minute) * 0.1;

describe('learnCapacity', () => {
  it('is what was used per percent', () => {
    const learned = learnCapacity(readingsOf([0, 2, 4, 6, 8, 10]), steady);
    expect(learned).toMatchObject({ pairs: 5, totalPercent: 10, isReliable: true });
    expect(learned!.usdPerPercent).toBeCloseTo(0.5, 9);
  });

  it('waits for steps of two percent, since percentages are rounded', () => {
    const learned = learnCapacity(readingsOf([0, 1, 2, 3, 4, 5, 6, 7, 8]), steady);
    expect(learned).toMatchObject({ pairs: 4, totalPercent: 8 });
    expect(learned!.usdPerPercent).toBeCloseTo(1, 9);
  });

  it('is unknown while too little was observed', () => {
    expect(learnCapacity(readingsOf([0, 2, 4]), steady)).toBeNull();
    expect(learnCapacity(readingsOf([0, 50, 100]), steady)).toBeNull();
    expect(learnCapacity([], steady)).toBeNull();
    expect(learnCapacity(readingsOf([0, 2, 4, 4]), steady)).toBeNull();
    expect(learnCapacity(readingsOf([0, 2, 4, 6]), steady)).toMatchObject({ pairs: 3, totalPercent: 6 });
    expect(learnCapacity(readingsOf([0, 2, 4, 6, 8, 10]), () => null)).toBeNull();
  });

  it('never measures across a reset', () => {
    const before = readingsOf([90, 92, 94, 96]);
    const after = readingsOf([0, 2, 4, 6], 10, resetsAtMs * 2).map((reading) => ({
      ...reading,
      observedAtMs: reading.observedAtMs + resetsAtMs,
    }));
    const spans: number[] = [];
    const learned = learnCapacity([...before, ...after], (fromMs, toMs) => {
      spans.push(toMs - fromMs);
      return steady(fromMs, toMs);
    });
    expect(learned).toMatchObject({ pairs: 6 });
    expect(Math.max(...spans)).toBe(10 * minute);
  });

  it('is not shown while it is too uncertain: usage elsewhere fills the window, too', () => {
    const usd = [1, 9, 2, 12, 1];
    const learned = learnCapacity(readingsOf([0, 2, 4, 6, 8, 10]), (fromMs) => usd[fromMs / (10 * minute)]!);
    expect(learned).toMatchObject({ pairs: 5, isReliable: false });
    expect(learned!.interval.high).toBeGreaterThan(learned!.interval.low);
  });

  it('passes over readings without a percentage, a window that is full, and spans in which nothing was used', () => {
    const readings = readingsOf([0, 2, 4, 6, 8, 100, 102]);
    const withGap = readings.map((each, index) => (index === 2 ? { ...each, usedPercent: null } : each));
    const learned = learnCapacity(withGap, steady);
    expect(learned).toMatchObject({ pairs: 3, totalPercent: 8 });
    expect(learnCapacity(readings, (fromMs) => (fromMs === 0 ? 0 : 1))).toMatchObject({ pairs: 3, totalPercent: 6 });
  });

  it('is shown from an interval of a quarter to each side on', () => {
    const alternating = (share: number) => (fromMs: number) => (((fromMs / minute / 10) % 2) * 2 - 1) * share + 1;
    const percents = Array.from({ length: 9 }, (_, index) => index * 2);
    expect(learnCapacity(readingsOf(percents), alternating(0.2))?.isReliable).toBe(true);
    expect(learnCapacity(readingsOf(percents), alternating(0.4))?.isReliable).toBe(false);
  });
});
