import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../shared/domain/instant.ts';
import type { LimitReading } from '../../shared/domain/limit-window.ts';
import type { LedgerBatch } from '../../shared/ports/ledger-writer.ts';
import { batchOf, readingOf, sampleMs } from '../support/ledger-samples.ts';
import type { ReadingPatch } from '../support/make-reading.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

const batchOfReadings = (...readings: readonly LimitReading[]): LedgerBatch =>
  batchOf(readings.map((reading) => ({ kind: 'limit', reading })));

describe.each(ledgerStores)('limit store: %s', (_name, create) => {
  it('returns the newest reading of every window as of any instant', () => {
    const store = create();
    const reading = (observedAtMs: number, usedPercent: number, windowMinutes = 300): LimitReading =>
      readingOf({ observedAtMs, usedPercent, windowMinutes });
    const newest = (atMs: number) =>
      store.latestLimitReadings(atMs).map((found) => [found.windowMinutes, found.usedPercent, found.observedAtMs]);
    const delta = store.apply([
      batchOfReadings(reading(sampleMs + 20, 12), reading(sampleMs, 10), reading(sampleMs + 10, 11, 10_080)),
    ]);
    expect(delta).toEqual({ changedEvents: 0, newLimitReadings: 3, changedMinutes: [] });
    expect(newest(sampleMs - 1)).toEqual([]);
    expect(newest(sampleMs + 15)).toEqual([
      [300, 10, sampleMs],
      [10_080, 11, sampleMs + 10],
    ]);
    expect(newest(sampleMs + 20)[0]).toEqual([300, 12, sampleMs + 20]);
    // The same percentage again only updates the age.
    expect(store.apply([batchOfReadings(reading(sampleMs + 60, 12))]).newLimitReadings).toBe(1);
    expect(store.apply([batchOfReadings(reading(sampleMs + 40, 12))]).newLimitReadings).toBe(0);
    expect(newest(Infinity)[0]).toEqual([300, 12, sampleMs + 60]);
    expect(store.latestLimitReadings(Infinity)[0]).toEqual(readingOf({ observedAtMs: sampleMs + 60, usedPercent: 12 }));
    store.close();
  });

  it('returns what newer readings of another account hide: those without one, by the reset of a named weekly window', () => {
    const store = create();
    const resets = { ada: sampleMs + 2 * dayMs, ben: sampleMs + 5 * dayMs };
    const session = { scope: '5h', windowMinutes: 300, resetsAtMs: sampleMs + 4 * hourMs };
    const see = (minutes: number, who: keyof typeof resets, patch: ReadingPatch = {}): readonly LimitReading[] => {
      const observedAtMs = sampleMs + minutes * minuteMs;
      const weekly = { windowMinutes: 10_080, resetsAtMs: resets[who] + 1_000 * minutes, usedPercent: minutes };
      return [
        readingOf({ ...session, usedPercent: 10 + minutes, observedAtMs, ...patch }),
        readingOf({ ...weekly, observedAtMs, ...patch }),
      ];
    };
    const named = [...see(1, 'ada', { account: 'ada' }), ...see(2, 'ben', { account: 'ben' })];
    const [older, newest, other] = [see(10, 'ada'), see(20, 'ada'), see(30, 'ben')];
    const line = see(20, 'ben', { origin: 'statusline', account: null });
    store.apply([batchOfReadings(...named, ...older, ...newest, ...line, ...other)]);
    const latest = (atMs: number): readonly LimitReading[] => store.latestLimitReadings(atMs);
    const expectAt = (atMs: number, ...expected: readonly LimitReading[]) => {
      expect(latest(atMs)).toHaveLength(expected.length);
      expect(latest(atMs)).toEqual(expect.arrayContaining([...expected]));
    };
    expectAt(sampleMs + 30 * minuteMs, ...named, ...newest, ...other);
    expectAt(sampleMs + 19 * minuteMs, ...named, ...older);
    // Her week is over: nothing of it is of use.
    expectAt(resets.ada + hourMs, ...named, ...other);
    store.close();
  });

  it('returns readings of every shape unchanged', () => {
    const store = create();
    const readings = [
      readingOf({ account: 'account-1', label: 'Opus', planType: null, resetsAtMs: null, origin: 'statusline' }),
      readingOf({
        name: 'spend',
        scope: 'month',
        windowMinutes: null,
        origin: 'api',
        source: 'opencode',
        amount: { unit: 'usd', used: 3.25, limit: 20, remaining: null },
      }),
      readingOf({
        windowMinutes: null,
        usedPercent: null,
        origin: 'file',
        amount: { unit: 'credits', used: null, limit: null, remaining: 12.5 },
      }),
    ];
    store.apply([batchOfReadings(...readings)]);
    const found = store.latestLimitReadings(Infinity);
    expect(found).toHaveLength(readings.length);
    expect(found).toEqual(expect.arrayContaining(readings));
    store.close();
  });

  it('keeps windows apart whose ids differ in any part', () => {
    const store = create();
    const ids = [{}, { provider: 'azure' }, { account: 'a' }, { account: 'b' }, { name: 'other' }, { scope: '7d' }];
    ids.forEach((id, index) => store.apply([batchOfReadings(readingOf({ ...id, usedPercent: index }))]));
    expect(
      store
        .latestLimitReadings(Infinity)
        .map(({ usedPercent }) => usedPercent)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4, 5]);
    store.close();
  });

  it('lists the readings of a span chronologically, for one window or all', () => {
    const store = create();
    const at = (minutes: number, usedPercent: number, windowMinutes = 300): LimitReading =>
      readingOf({ observedAtMs: sampleMs + minutes * minuteMs, usedPercent, windowMinutes });
    store.apply([batchOfReadings(at(20, 30), at(0, 10), at(10, 20), at(10, 5, 10_080), at(30, 40))]);
    const span = { fromMs: sampleMs, toMs: sampleMs + 30 * minuteMs };
    expect(store.limitReadings(span)).toEqual([at(0, 10), at(10, 20), at(10, 5, 10_080), at(20, 30)]);
    expect(store.limitReadings({ ...span, limit: at(0, 0).id })).toEqual([at(0, 10), at(10, 20), at(20, 30)]);
    expect(store.limitReadings({ ...span, fromMs: sampleMs + 1, limit: at(0, 0, 10_080).id })).toEqual([
      at(10, 5, 10_080),
    ]);
    expect(store.limitReadings({ ...span, limit: { ...at(0, 0).id, account: 'nobody' } })).toEqual([]);
    store.close();
  });
});
