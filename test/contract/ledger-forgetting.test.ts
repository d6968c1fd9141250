import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, quarterHourMs } from '../../shared/domain/instant.ts';
import type { UsageEvent } from '../../shared/domain/usage-event.ts';
import type { InspectableLedger } from '../../shared/ledger/ledger-contents.ts';
import { batchOf, eventOf, minutesOf, sampleMs } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

const kept = [0, 1, 2].map((hour) => eventOf({ key: `kept:${hour}`, atMs: sampleMs + hour * hourMs }));
const own = [0, 1, 26].map((hour) =>
  eventOf({ key: `own:${hour}`, aliases: [`own:also-${hour}`], atMs: sampleMs + hour * hourMs, source: 'loom' }),
);

function fill(store: InspectableLedger): void {
  apply(store, '/kept.jsonl', 'claude-code', kept);
  apply(store, '/own.jsonl', 'loom', own);
}

function apply(store: InspectableLedger, path: string, source: string, events: readonly UsageEvent[]): void {
  store.apply([
    batchOf(
      events.map((event) => ({ kind: 'event', event })),
      { path, source },
    ),
  ]);
}

/** Everything that anybody can ask. */
function contentsOf(store: InspectableLedger) {
  store.refreshRollups();
  return {
    cells: store.cells({ grainMs: quarterHourMs }),
    sums: store.sums({ groupBy: ['sessionId'], boundariesMs: [sampleMs - (sampleMs % dayMs) + dayMs] }),
    stats: store.stats(),
    cursors: [...store.cursors().keys()],
  };
}

describe.each(ledgerStores)('forgetting a source: %s', (_name, create) => {
  const onlyKept = (() => {
    const store = create();
    apply(store, '/kept.jsonl', 'claude-code', kept);
    const contents = contentsOf(store);
    store.close();
    return contents;
  })();

  it('leaves what would be there without it, and says which minutes changed', () => {
    const store = create();
    fill(store);
    store.refreshRollups();
    expect(store.forgetSource('loom')).toEqual({
      changedEvents: 3,
      newLimitReadings: 0,
      changedMinutes: minutesOf(...own.map(({ atMs }) => atMs)),
    });
    expect(contentsOf(store)).toEqual(onlyKept);
    store.close();
  });

  it('lets the same be read again', () => {
    const store = create();
    fill(store);
    const before = contentsOf(store);
    store.forgetSource('loom');
    apply(store, '/own.jsonl', 'loom', own);
    expect(contentsOf(store)).toEqual(before);
    store.close();
  });

  it('removes compacted sums, too', () => {
    const store = create();
    fill(store);
    store.compact({ beforeMs: sampleMs + 2 * hourMs, maxEvents: 100 });
    expect(store.forgetSource('loom').changedEvents).toBe(3);
    expect(contentsOf(store).stats).toEqual(onlyKept.stats);
    expect(contentsOf(store).sums).toEqual(onlyKept.sums);
    store.close();
  });

  it('changes nothing when there is nothing of it', () => {
    const store = create();
    fill(store);
    const before = contentsOf(store);
    expect(store.forgetSource('reed')).toEqual({ changedEvents: 0, newLimitReadings: 0, changedMinutes: [] });
    expect(contentsOf(store)).toEqual(before);
    store.close();
  });
});
