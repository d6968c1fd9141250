import { describe, expect, it } from 'vitest';
import { blend, createCalibration, type KnownForecast } from '../../../../shared/forecast/calibration.ts';

const known: KnownForecast = {
  kind: 'block',
  elapsedShare: 0.5,
  used: 100,
  quantiles: [100, 200, 300, 400, 500],
  lower: 100,
  upper: 500,
  total: 300,
  scale: 100,
};

describe('blend', () => {
  it('mixes every quantile with what is used', () => {
    expect(blend([100, 200, 300, 400, 500], 100, 0)).toEqual([100, 100, 100, 100, 100]);
    expect(blend([100, 200, 300, 400, 500], 100, 1)).toEqual([100, 200, 300, 400, 500]);
    expect(blend([100, 200, 300, 400, 500], 100, 0.25)).toEqual([100, 125, 150, 175, 200]);
  });
});

describe('createCalibration', () => {
  it('starts with the first trust of the kind of window', () => {
    const calibration = createCalibration();
    expect(calibration.find('block', 0.5, 3, 0)).toEqual({ trust: expect.closeTo(0.8), level: 0.79 });
    expect(calibration.find('day', 0.25, 7, 0).trust).toBeCloseTo(0.4);
    expect(calibration.find('day', 0.75, 3, 0).trust).toBe(0.5);
    expect(calibration.find('day', 0.75, 3, 4).trust).toBe(0);
  });

  it('believes less after forecasts that promised too much, and again after they were right', () => {
    const calibration = createCalibration();
    for (let count = 0; count < 10; count++) calibration.note({ ...known, total: 100, scale: 10 });
    expect(calibration.find('block', 0.5, 30, 0).trust).toBe(0);
    expect(calibration.find('block', 0.6, 30, 0).trust).toBe(0);
    // Another quarter and another kind of window have their own experience.
    expect(calibration.find('block', 0.25, 27, 0).trust).toBeCloseTo(0.96);
    expect(calibration.find('day', 0.5, 1e9, 0).trust).toBeCloseTo(0.8);
    for (let count = 0; count < 60; count++) calibration.note({ ...known, scale: 10 });
    expect(calibration.find('block', 0.5, 30, 0).trust).toBe(1);
  });

  it('holds on to its first trust against a little experience', () => {
    const calibration = createCalibration();
    calibration.note({ ...known, total: 250, scale: 1_000 });
    expect(calibration.find('block', 0.5, 30, 0).trust).toBe(1);
  });

  it('measures losses in usual slots, so that large numbers weigh no more than small ones', () => {
    const [small, large] = [createCalibration(), createCalibration()];
    const scaled = (factor: number, total: number): KnownForecast => {
      const [a, b, c, d, e] = known.quantiles;
      return {
        ...known,
        used: known.used * factor,
        quantiles: [a * factor, b * factor, c * factor, d * factor, e * factor],
        total: total * factor,
        scale: known.scale * factor,
      };
    };
    for (const total of [100, 300, 150, 120]) {
      small.note(scaled(1, total));
      large.note(scaled(1e6, total));
      expect(large.find('block', 0.5, 9, 0).trust).toBe(small.find('block', 0.5, 9, 0).trust);
    }
  });

  it('widens the interval after a miss by four times what it narrows it after a hit, within bounds', () => {
    const calibration = createCalibration();
    const level = () => calibration.find('block', 0.5, 9, 0).level;
    calibration.note({ ...known, total: 501 });
    expect(level()).toBeCloseTo(0.79 + 0.024);
    calibration.note({ ...known, total: 500 });
    expect(level()).toBeCloseTo(0.79 + 0.024 - 0.006);
    calibration.note({ ...known, total: 100 });
    expect(level()).toBeCloseTo(0.79 + 0.024 - 0.012);
    calibration.note({ ...known, total: 99 });
    expect(level()).toBeCloseTo(0.79 + 0.048 - 0.012);
    for (let count = 0; count < 50; count++) calibration.note({ ...known, total: 1_000 });
    expect(level()).toBe(0.95);
    for (let count = 0; count < 500; count++) calibration.note(known);
    expect(level()).toBe(0.6);
  });
});
