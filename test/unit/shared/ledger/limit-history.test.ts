import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import {
  compareByTime,
  compareReadings,
  groupBySlot,
  pickNewestReadings,
  readingSlotMs,
  thinReadings,
} from '../../../../shared/ledger/limit-history.ts';
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
      at(readingSlotMs - 1),
      at(readingSlotMs),
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

describe('the ledger’s form of a reading', () => {
  const amount = { unit: 'credits', used: 1, limit: null, remaining: 2.5 } as const;
  const toStored = (patch: Parameters<typeof readingOf>[0]) => [...groupBySlot([readingOf(patch)])].flat()[0];

  it('keeps everything that is valid', () => {
    const whole = { account: 'account-1', label: 'Weekly', planType: null, amount, origin: 'file' } as const;
    expect(toStored(whole)).toEqual(readingOf(whole));
    const bare = { windowMinutes: null, usedPercent: null, resetsAtMs: null } as const;
    expect(toStored(bare)).toEqual(readingOf(bare));
  });

  it('has whole times', () => {
    const fractions = { observedAtMs: sampleMs + 0.9, resetsAtMs: sampleMs + 60_000.9, windowMinutes: 300.9 };
    const whole = { observedAtMs: sampleMs, resetsAtMs: sampleMs + 60_000, windowMinutes: 300 };
    expect(toStored({ ...fractions, scope: 'x' })).toEqual(readingOf({ ...whole, scope: 'x' }));
    expect(toStored({ resetsAtMs: 1 })?.resetsAtMs).toBe(1);
    expect(toStored({ resetsAtMs: 0.9 })?.resetsAtMs).toBeNull();
  });

  it('makes texts well-formed', () => {
    const [bad, good] = ['a\0', 'a\ufffd'];
    const texts = (text: string) => ({ provider: text, account: text, name: text, label: text, planType: text });
    expect(toStored({ ...texts(bad), scope: bad, source: bad })).toEqual(
      readingOf({ ...texts(good), scope: good, source: good }),
    );
  });

  it('has no negative zero, which a database does not keep', () => {
    const stored = toStored({ usedPercent: -0, amount: { ...amount, used: -0, limit: -0, remaining: -0 } });
    expect(stored?.usedPercent).toBe(0);
    expect([stored?.amount?.used, stored?.amount?.limit, stored?.amount?.remaining]).toEqual([0, 0, 0]);
  });

  it.each(['used', 'limit', 'remaining'])('does not exist where the amount %s is not a number', (name) => {
    expect(toStored({ amount: { ...amount, [name]: Number.NaN } })).toBeUndefined();
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

describe('compareReadings', () => {
  const amount = { unit: 'credits', used: 1, limit: 1, remaining: 1 } as const;
  /** What decides, in this order, each with a value that counts as older and one that counts as newer. */
  const deciding: readonly (readonly [Partial<LimitReading>, Partial<LimitReading>])[] = [
    [{ observedAtMs: sampleMs }, { observedAtMs: sampleMs + 1 }],
    [{ resetsAtMs: null }, { resetsAtMs: sampleMs }],
    [{ usedPercent: null }, { usedPercent: 0 }],
    [{ planType: 'plus' }, { planType: null }],
    [{ label: 'a' }, { label: 'b' }],
    [{ origin: 'file' }, { origin: 'log' }],
    [{ source: 'claude-code' }, { source: 'codex' }],
    [{ windowMinutes: 300 }, { windowMinutes: null }],
    [{ amount }, { amount: null }],
  ];
  const amounts = [
    amount,
    { ...amount, remaining: 2 },
    { ...amount, limit: 2 },
    { ...amount, limit: 2, remaining: 2 },
    { ...amount, used: 2 },
    { ...amount, unit: 'usd' as const, used: 0 },
  ];

  it('lets the first difference decide, in this order', () => {
    for (const [index, [older, newer]] of deciding.entries()) {
      const rest = deciding.slice(index + 1);
      // Everything that comes after it says the opposite.
      const left = Object.assign(readingOf({}), older, ...rest.map(([, later]) => later)) as LimitReading;
      const right = Object.assign(readingOf({}), newer, ...rest.map(([earlier]) => earlier)) as LimitReading;
      expect(compareReadings(left, right)).toBeLessThan(0);
      expect(compareReadings(right, left)).toBeGreaterThan(0);
      expect(compareReadings(left, { ...left })).toBe(0);
    }
  });

  it('orders amounts by unit, used, limit and remaining', () => {
    for (const [index, smaller] of amounts.entries()) {
      for (const larger of amounts.slice(index + 1)) {
        const [left, right] = [smaller, larger].map((each) => ({ ...readingOf({}), amount: each }));
        expect(Math.sign(compareReadings(left!, right!))).toBe(-1);
        expect(Math.sign(compareReadings(right!, left!))).toBe(1);
      }
    }
    expect(compareReadings({ ...readingOf({}), amount }, { ...readingOf({}), amount: { ...amount } })).toBe(0);
  });
});

describe('compareByTime', () => {
  it('orders by time, then by window, then by age', () => {
    const [first, second] = [readingOf({ name: 'a' }), readingOf({ name: 'b' })];
    expect(compareByTime({ ...second, observedAtMs: sampleMs }, { ...first, observedAtMs: sampleMs + 1 })).toBe(-1);
    expect(compareByTime({ ...first, usedPercent: 90 }, { ...second, usedPercent: 10 })).toBe(-1);
    expect(compareByTime({ ...first, usedPercent: 10 }, { ...first, usedPercent: 90 })).toBe(-1);
    expect(compareByTime(first, { ...first })).toBe(0);
  });
});
