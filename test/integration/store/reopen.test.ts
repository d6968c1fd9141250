import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { withEffort } from '../../support/effort.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { quarterHourMs } from '../../../shared/domain/instant.ts';
import { cutInto, shuffledRecords } from '../../support/ledger-arbitraries.ts';
import { batchOf, eventBatchOf, eventOf } from '../../support/ledger-samples.ts';
import { dumpFolder, openOrThrow, sqliteDrivers } from '../../support/ledger-stores.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

describe.each(sqliteDrivers)('a ledger that is closed and opened between batches (%s)', (driver) => {
  it('has the same contents as one that never was', () => {
    fc.assert(
      fc.property(shuffledRecords, ({ records, shuffled, cuts }) => {
        const folder = makeFolder();
        for (const piece of cutInto(shuffled, cuts)) {
          const { store } = openOrThrow(folder, 'write', driver);
          store.apply([batchOf(piece, { source: 'codex' })]);
          store.close();
        }
        const memory = createMemoryLedger();
        memory.apply([batchOf(records, { source: 'codex' })]);
        expect(dumpFolder(folder, driver)).toBe(dumpLedger(memory));
      }),
      withEffort(15),
    );
  });

  it('keeps nothing of a batch that failed', () => {
    const folder = makeFolder();
    const { store } = openOrThrow(folder, 'write', driver);
    store.apply([eventBatchOf(eventOf({}))]);
    const before = dumpLedger(store);
    const broken = { kind: 'event', event: eventOf({ key: 'k2', sessionId: 'new' }) } as const;
    const cursor = { path: '/logs/new', lines: Number.NaN };
    expect(() => store.apply([batchOf([broken], cursor)])).toThrow();
    expect(dumpLedger(store)).toBe(before);
    // And continues: the numbers that the failed batch gave to new names are void.
    store.apply([eventBatchOf(eventOf({ key: 'k3', sessionId: 'other' }), eventOf({ key: 'k2', sessionId: 'new' }))]);
    expect(store.cells({ grainMs: quarterHourMs }).map((cell) => cell.sessionId)).toEqual([
      'new',
      'other',
      'session-1',
    ]);
    store.close();
  });
});
