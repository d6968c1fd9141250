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
});
