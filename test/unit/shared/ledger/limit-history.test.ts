import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBySlot, pickNewestReadings, slotMs, thinReadings } from '../../../../shared/ledger/limit-history.ts';
import { readingOf, sampleMs } from '../../../support/ledger-samples.ts';

const at = (offsetMs: number, usedPercent = 10) => readingOf({ observedAtMs: sampleMs + offsetMs, usedPercent });

describe('thinReadings', () => {
  it('keeps the first and the last of a slot', () => {
    expect(thinReadings([at(2), at(1), at(3), at(2)])).toEqual([at(1), at(3)]);
    expect(thinReadings([at(1), at(1)])).toEqual([at(1)]);
    expect(thinReadings([])).toEqual([]);
  });

  it('gives the same result in any order', () => {
    const reading = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(null, 5, 6), fc.constantFrom(null, 'plus'))
      .map(([offsetMs, resetsAtMs, planType]) => ({ ...at(offsetMs), resetsAtMs, planType }));
    fc.assert(
      fc.property(fc.array(reading), fc.array(reading), (early, late) => {
        expect(thinReadings([...thinReadings(early), ...late])).toEqual(thinReadings([...late, ...early]));
      }),
    );
  });
});

describe('groupBySlot', () => {
  it('distinguishes windows, five-minute slots and percentages', () => {
    const readings = [
      at(0),
      at(slotMs - 1),
      at(slotMs),
      at(1, 11),
      readingOf({ windowMinutes: 10_080 }),
      readingOf({ name: 'other' }),
    ];
    expect([...groupBySlot(readings)].map((slot) => slot.length)).toEqual([2, 1, 1, 1, 1]);
  });

  it('leaves out what is not a number and treats a reset in 1970 as none', () => {
    expect([...groupBySlot([at(0, Number.NaN), readingOf({ observedAtMs: Infinity })])]).toEqual([]);
    expect([...groupBySlot([readingOf({ resetsAtMs: 0 })])]).toEqual([[readingOf({ resetsAtMs: null })]]);
  });
});

describe('pickNewestReadings', () => {
  it('finds the newest of every window, in a fixed order', () => {
    const weekly = readingOf({ windowMinutes: 10_080, usedPercent: 3 });
    const claude = readingOf({ source: 'claude-code', provider: 'anthropic' });
    expect(pickNewestReadings([weekly, at(5, 20), at(9, 15), claude])).toEqual([claude, at(9, 15), weekly]);
  });

  it('prefers the later reset, then the higher percentage, among equally old ones', () => {
    const [low, high] = [at(0, 10), at(0, 90)];
    const renewed = { ...at(0, 1), resetsAtMs: (low.resetsAtMs ?? 0) + 1 };
    expect(pickNewestReadings([high, low])).toEqual([high]);
    expect(pickNewestReadings([renewed, high])).toEqual([renewed]);
  });
});
