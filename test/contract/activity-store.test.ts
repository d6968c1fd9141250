import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '../../shared/domain/activity.ts';
import { dayMs, floorTo, quarterHourMs } from '../../shared/domain/instant.ts';
import type { ActivityBatch } from '../../shared/ports/activity-store.ts';
import { createMemoryActivity } from '../fakes/memory-activity.ts';
import { sampleMs } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

const startMs = floorTo(sampleMs, dayMs);
const everything = { fromMs: 0, toMs: Infinity };

function rowOf(rest: Partial<ActivityRow> = {}): ActivityRow {
  return {
    startMs,
    grainMs: 900_000,
    kind: 'site',
    name: 'claude.ai',
    via: 'firefox',
    origin: 'history',
    activeMs: 60_000,
    count: 1,
    inputTokens: 0,
    outputTokens: 0,
    ...rest,
  };
}

function batchOf(rest: Partial<ActivityBatch>): ActivityBatch {
  return { added: [], raised: [], cursors: new Map(), ...rest };
}

describe.each(ledgerStores)('activity store: %s', (_name, create) => {
  it('adds to what a slot holds, for each site, browser and origin', () => {
    const store = create();
    store.recordActivity(batchOf({ added: [rowOf(), rowOf({ via: 'chrome' }), rowOf({ origin: 'extension' })] }));
    store.recordActivity(batchOf({ added: [rowOf({ activeMs: 5, count: 2, inputTokens: 3, outputTokens: 4 })] }));
    expect(store.activity(everything)).toEqual([
      rowOf({ via: 'chrome' }),
      rowOf({ origin: 'extension' }),
      rowOf({ activeMs: 60_005, count: 3, inputTokens: 3, outputTokens: 4 }),
    ]);
    store.close();
  });

  it('raises what was counted again as a whole, and never lowers it', () => {
    const store = create();
    const commands = (count: number) => rowOf({ kind: 'command', origin: 'shell-history', via: 'bash', count });
    for (const count of [3, 5, 2]) store.recordActivity(batchOf({ raised: [commands(count)] }));
    expect(store.activity(everything)).toEqual([commands(5)]);
    store.close();
  });

  it('keeps how far was read together with what was read', () => {
    const store = create();
    store.recordActivity(batchOf({ added: [rowOf()], cursors: new Map([['firefox', '{"lastId":1}']]) }));
    store.recordActivity(batchOf({ cursors: new Map([['firefox', '{"lastId":2}']]) }));
    expect([...store.activityCursors()]).toEqual([['firefox', '{"lastId":2}']]);
    const impossible = { ...rowOf({ name: 'never' }), count: 0.5 };
    if (_name !== 'memory') {
      expect(() =>
        store.recordActivity(batchOf({ added: [rowOf(), impossible], cursors: new Map([['firefox', 'lost']]) })),
      ).toThrow();
    }
    expect([...store.activityCursors()]).toEqual([['firefox', '{"lastId":2}']]);
    expect(store.activity(everything)).toEqual([rowOf()]);
    store.close();
  });

  it('lists what begins in a span; what is undated only without a beginning', () => {
    const store = create();
    const undated = rowOf({ startMs: 0, grainMs: 0 });
    const later = rowOf({ startMs: startMs + quarterHourMs });
    store.recordActivity(batchOf({ added: [undated, rowOf(), later] }));
    expect(store.activity({ fromMs: startMs, toMs: startMs + quarterHourMs })).toEqual([rowOf()]);
    expect(store.activity(everything)).toEqual([undated, rowOf(), later]);
    store.close();
  });

  it('sums up old quarters of an hour in days, and loses nothing', () => {
    const store = create();
    const quarters = [-95, -1, 0].map((quarter) => rowOf({ startMs: startMs + quarter * quarterHourMs }));
    const undated = rowOf({ startMs: 0, grainMs: 0 });
    store.recordActivity(batchOf({ added: [...quarters, undated] }));
    for (let turn = 0; turn < 2; turn += 1) store.thinActivity({ daysBeforeMs: startMs });
    expect(store.activity(everything)).toEqual([
      undated,
      rowOf({ startMs: startMs - dayMs, grainMs: 86_400_000, activeMs: 120_000, count: 2 }),
      rowOf(),
    ]);
    store.close();
  });

  it('forgets kinds for good, also what arrives later and is older', () => {
    const store = create();
    const command = rowOf({ kind: 'command', name: 'codex', via: 'bash', origin: 'shell-history' });
    const app = rowOf({ kind: 'app', name: 'cursor', via: '', origin: 'focus' });
    const undated = { ...command, startMs: 0, grainMs: 0 as const };
    store.recordActivity(batchOf({ added: [rowOf(), app, undated], raised: [command] }));
    store.recordActivity(batchOf({ cursors: new Map([['zsh', '7']]) }));
    const atMs = startMs + quarterHourMs + 60_000;
    expect(store.forgetActivity({ kinds: ['site', 'command'], atMs })).toBe(3);
    expect(store.activity(everything)).toEqual([app]);
    expect(store.activityCursors().get('zsh')).toBe('7');
    const later = (row: ActivityRow, quarters: number) => ({ ...row, startMs: startMs + quarters * quarterHourMs });
    const [running, next] = [1, 2].map((quarters) => later(command, quarters));
    // What an extension kept until now; and a history of a shell that is counted again as a whole.
    store.recordActivity(batchOf({ added: [rowOf(), later(rowOf(), 1)], raised: [command, running!, next!] }));
    store.recordActivity(batchOf({ added: [undated] }));
    expect(store.activity(everything)).toEqual([undated, app, later(rowOf(), 1), next]);
    store.close();
  });

  it('does the same as the one in memory, whatever is added, raised and thinned', () => {
    const row = fc.record({
      startMs: fc.integer({ min: 0, max: 300 }).map((quarter) => startMs + quarter * quarterHourMs),
      name: fc.constantFrom('claude.ai', 'own:Zoë'),
      via: fc.constantFrom('', 'chrome'),
      activeMs: fc.integer({ min: 0, max: 900_000 }),
      count: fc.nat(100),
    });
    const rows = fc.array(row, { maxLength: 4 });
    const step = fc.oneof(
      fc.record({ added: rows, raised: rows }),
      fc.integer({ min: 0, max: 4 }).map((day) => startMs + day * dayMs),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const [store, model] = [create(), createMemoryActivity()];
        for (const one of steps) {
          for (const each of [store, model]) {
            if (typeof one === 'number') each.thinActivity({ daysBeforeMs: one });
            else {
              const [added, raised] = [one.added, one.raised].map((list) => list.map((rest) => rowOf(rest)));
              each.recordActivity(batchOf({ added: added!, raised: raised! }));
            }
          }
        }
        expect(store.activity(everything)).toEqual(model.activity(everything));
        store.close();
      }),
      { numRuns: 40 },
    );
  });
});
