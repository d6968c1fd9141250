import { describe, expect, it } from 'vitest';
import type { PriceCorrection } from '../../../../shared/pricing/overlay.ts';
import type { ModelPrice, Rates } from '../../../../shared/pricing/price-table.ts';
import { createTimeline, findPriceBoundaries, priceAt } from '../../../../shared/pricing/price-timeline.ts';

const rates = (input: number): Rates => ({
  input,
  output: input * 2,
  cacheRead: input * 3,
  cacheWrite5m: input * 4,
  cacheWrite1h: input * 5,
});
const listed: ModelPrice = { provider: 'anthropic', rates: rates(100), fastPercent: 600 };
const correction: PriceCorrection = { models: ['x'], since: null, until: null, source: 'a test' };
const march = Date.parse('2026-03-01T00:00:00Z');
const may = Date.parse('2026-05-01T00:00:00Z');

const inputAt = (corrections: readonly PriceCorrection[], atMs: number): number =>
  priceAt(createTimeline(listed, corrections), atMs).rates.input;

describe('createTimeline', () => {
  it('is always the listed price without corrections', () => {
    expect(createTimeline(listed, [])).toEqual([{ sinceMs: -Infinity, price: listed }]);
  });

  it('applies a correction from its first day until the day on which it ends', () => {
    const dated = [{ ...correction, since: '2026-03-01', until: '2026-05-01', scalePercent: 50 }];
    expect([0, march - 1, march, may - 1, may].map((atMs) => inputAt(dated, atMs))).toEqual([100, 100, 50, 50, 100]);
  });

  it('always applies a correction without days, and one with one day on that side of it', () => {
    expect([0, may].map((atMs) => inputAt([{ ...correction, scalePercent: 50 }], atMs))).toEqual([50, 50]);
    const since = [{ ...correction, since: '2026-05-01', scalePercent: 50 }];
    expect([0, may - 1, may].map((atMs) => inputAt(since, atMs))).toEqual([100, 100, 50]);
    const until = [{ ...correction, until: '2026-05-01', scalePercent: 50 }];
    expect([0, may - 1, may].map((atMs) => inputAt(until, atMs))).toEqual([50, 50, 100]);
  });

  it('applies corrections in their order: factors multiply, replacements replace', () => {
    const both = [
      { ...correction, scalePercent: 50 },
      { ...correction, since: '2026-03-01', scalePercent: 10 },
      { ...correction, since: '2026-05-01', set: { rates: rates(7), fastPercent: 200 } },
    ];
    expect([0, march, may].map((atMs) => inputAt(both, atMs))).toEqual([50, 5, 7]);
    const timeline = createTimeline(listed, both);
    expect([march, may].map((atMs) => priceAt(timeline, atMs).fastPercent)).toEqual([600, 200]);
  });

  it('scales every rate of every tier, rounded, and nothing else', () => {
    const whole: ModelPrice = {
      ...listed,
      rates: rates(101),
      priority: rates(200),
      flex: rates(40),
      longContext: { above: 200_000, rates: rates(300), flex: rates(60) },
      webSearchMicroUsd: 10_000,
    };
    const [scaled] = createTimeline(whole, [{ ...correction, scalePercent: 50 }]);
    expect(scaled?.price).toEqual({
      ...whole,
      rates: { input: 51, output: 101, cacheRead: 152, cacheWrite5m: 202, cacheWrite1h: 253 },
      priority: rates(100),
      flex: rates(20),
      longContext: { above: 200_000, rates: rates(150), flex: rates(30) },
    });
  });

  it('adds no tier that the listed price lacks', () => {
    const [scaled] = createTimeline({ ...listed, longContext: { above: 272_000, rates: rates(2) } }, [
      { ...correction, scalePercent: 50 },
    ]);
    expect(Object.keys(scaled?.price ?? {})).toEqual(['provider', 'rates', 'fastPercent', 'longContext']);
    expect(Object.keys(scaled?.price.longContext ?? {})).toEqual(['above', 'rates']);
  });
});

describe('findPriceBoundaries', () => {
  it('lists each day once, in order, as an instant', () => {
    const corrections = [
      { ...correction, since: '2026-05-01' },
      { ...correction, since: '2026-03-01', until: '2026-05-01' },
      correction,
    ];
    expect(findPriceBoundaries(corrections)).toEqual([march, may]);
  });
});

describe('priceAt', () => {
  it('rejects a timeline that does not start early enough', () => {
    expect(() => priceAt([{ sinceMs: may, price: listed }], march)).toThrow('must begin at the beginning');
  });
});
