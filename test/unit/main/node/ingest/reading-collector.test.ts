import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReadingCollector } from '../../../../../main/node/ingest/reading-collector.ts';
import { minuteMs } from '../../../../../shared/domain/instant.ts';
import type { LimitReading } from '../../../../../shared/domain/limit-window.ts';
import { compareByTime, groupBySlot, thinReadings } from '../../../../../shared/ledger/limit-history.ts';

const oneOf = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

/** Few different values, so that many readings repeat others; the ledger refuses some of them. */
const anyReading: fc.Arbitrary<LimitReading> = fc.record({
  id: fc.record({ provider: oneOf('p'), account: oneOf(null, 'a'), name: oneOf('n', 'm'), scope: oneOf('5h', '7d') }),
  source: oneOf('s', 't'),
  origin: oneOf('log', 'api'),
  label: oneOf(null, 'l'),
  windowMinutes: oneOf(300, 1e300),
  usedPercent: oneOf(1, 2, Number.NaN),
  amount: oneOf<LimitReading['amount']>(null, { unit: 'credits', used: null, limit: null, remaining: 1 }),
  resetsAtMs: oneOf(null, 10 * minuteMs, 1e300),
  planType: oneOf(null, 'plus'),
  observedAtMs: fc.integer({ min: 0, max: 10 }).map((minutes) => minutes * minuteMs),
});

const aReading: LimitReading = {
  id: { provider: 'p', account: null, name: 'n', scope: '5h' },
  source: 's',
  origin: 'log',
  label: null,
  windowMinutes: 300,
  usedPercent: 1,
  amount: null,
  resetsAtMs: 10 * minuteMs,
  planType: null,
  observedAtMs: 0,
};

describe('createReadingCollector', () => {
  it('passes on what thinning all readings at once would leave', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 30 }), fc.boolean(), (readings, isInOrder) => {
        const fed = isInOrder ? readings.toSorted((left, right) => left.observedAtMs - right.observedAtMs) : readings;
        const collector = createReadingCollector();
        for (const reading of fed) collector.add(reading);
        const expected = [...groupBySlot(fed)].flatMap(thinReadings);
        expect(collector.take().toSorted(compareByTime)).toEqual(expected.toSorted(compareByTime));
        expect(collector.take()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each<readonly [string, Partial<LimitReading>]>([
    ['another share', { usedPercent: 2 }],
    ['a reset that no ledger keeps', { resetsAtMs: 1e300 }],
    ['a length that no ledger keeps', { windowMinutes: 1e300 }],
    ['another account', { id: { ...aReading.id, account: 'a' } }],
    ['another name', { id: { ...aReading.id, name: 'm' } }],
    ['an earlier time', { observedAtMs: 0 }],
    ['another slot', { observedAtMs: 6 * minuteMs }],
  ])('keeps what %s may make the last one of its slot', (_what, difference) => {
    const rows = [0, 1, 2, 3].map((minute) => ({ ...aReading, observedAtMs: minute * minuteMs }));
    const other = { ...aReading, observedAtMs: 4 * minuteMs, ...difference };
    const collector = createReadingCollector();
    for (const reading of [...rows, other]) collector.add(reading);
    const expected = [...groupBySlot([...rows, other])].flatMap(thinReadings);
    expect(collector.take().toSorted(compareByTime)).toEqual(expected.toSorted(compareByTime));
  });

  it('holds two of many that say the same', () => {
    const collector = createReadingCollector();
    for (let second = 0; second < 200; second++) collector.add({ ...aReading, observedAtMs: second * 1_000 });
    expect(collector.count()).toBe(2);
    expect(collector.take().map(({ observedAtMs }) => observedAtMs)).toEqual([0, 199_000]);
  });
});
