import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, floorTo, minuteMs, quarterHourMs } from '../../shared/domain/instant.ts';
import type { ProcessUsage } from '../../shared/domain/process-usage.ts';
import { sampleMs } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';
import { createMemorySamples } from '../fakes/memory-samples.ts';

const startMs = floorTo(sampleMs, quarterHourMs);

function usageOf(rest: Partial<ProcessUsage> = {}): ProcessUsage {
  return {
    startMs,
    grainMs: 60_000,
    agent: 'codex',
    sessionId: 's-1',
    runningMs: 60_000,
    activeMs: 20_000,
    cpuMs: 15_000,
    rssKibMs: 60_000 * 31_000_000,
    maxRssBytes: 31_000_000_000,
    maxProcesses: 7,
    ...rest,
  };
}

const everything = { fromMs: 0, toMs: Infinity };
const never = { quartersBeforeMs: 0, dropBeforeMs: 0 };

describe.each(ledgerStores)('sample store: %s', (_name, create) => {
  it('adds to what a slot holds, for each agent and session', () => {
    const store = create();
    store.addProcessUsage([usageOf(), usageOf({ sessionId: null }), usageOf({ agent: 'claude-code' })]);
    store.addProcessUsage([usageOf({ cpuMs: 1_000, maxRssBytes: 5, maxProcesses: 9 })]);
    expect(store.processUsage(everything)).toEqual([
      usageOf({ agent: 'claude-code' }),
      usageOf({ sessionId: null }),
      usageOf({ runningMs: 120_000, activeMs: 40_000, cpuMs: 16_000, rssKibMs: 120_000 * 31_000_000, maxProcesses: 9 }),
    ]);
    store.close();
  });

  it('lists the slots that begin in a span', () => {
    const store = create();
    const rows = [0, 1, 2].map((minute) => usageOf({ startMs: startMs + minute * minuteMs }));
    store.addProcessUsage(rows);
    expect(store.processUsage({ fromMs: startMs + minuteMs, toMs: startMs + 2 * minuteMs })).toEqual([rows[1]]);
    store.close();
  });

  it('sums up old minutes in quarters of an hour, and forgets what is older still', () => {
    const store = create();
    const older = usageOf({ startMs: startMs - dayMs });
    const minutes = [0, 1, 14, 15].map((minute) => usageOf({ startMs: startMs + minute * minuteMs }));
    store.addProcessUsage([older, ...minutes]);
    store.thinProcessUsage({ quartersBeforeMs: startMs + quarterHourMs, dropBeforeMs: startMs - minuteMs });
    const quarter = { grainMs: quarterHourMs as 900_000, runningMs: 180_000, activeMs: 60_000, cpuMs: 45_000 };
    const expected = [usageOf({ ...quarter, rssKibMs: 180_000 * 31_000_000 }), minutes[3]];
    expect(store.processUsage(everything)).toEqual(expected);
    // Again changes nothing, and nor does an order that covers nothing.
    store.thinProcessUsage({ quartersBeforeMs: startMs + quarterHourMs, dropBeforeMs: startMs - minuteMs });
    store.thinProcessUsage(never);
    expect(store.processUsage(everything)).toEqual(expected);
    store.close();
  });

  it('does the same as the one in memory, whatever is added and thinned', () => {
    const row = fc.record({
      startMs: fc.integer({ min: 0, max: 90 }).map((minute) => startMs + minute * minuteMs),
      agent: fc.constantFrom('codex', 'claude-code', 'own:Zoë'),
      sessionId: fc.constantFrom(null, 's-1', 's-2'),
      cpuMs: fc.integer({ min: 0, max: 60_000 }),
      maxRssBytes: fc.integer({ min: 0, max: 2 ** 40 }),
    });
    const step = fc.oneof(
      fc.array(row, { maxLength: 5 }),
      fc.integer({ min: 0, max: 7 }).map((quarter) => startMs + quarter * quarterHourMs),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const [store, model] = [create(), createMemorySamples()];
        for (const one of steps) {
          for (const each of [store, model]) {
            if (typeof one !== 'number') each.addProcessUsage(one.map((rest) => usageOf(rest)));
            else each.thinProcessUsage({ quartersBeforeMs: one, dropBeforeMs: one - 2 * quarterHourMs });
          }
        }
        expect(store.processUsage(everything)).toEqual(model.processUsage(everything));
        store.close();
      }),
      { numRuns: 40 },
    );
  });
});
