import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { openOrThrow, sqliteDrivers } from '../../support/ledger-stores.ts';
import { storyBatch } from '../../support/ledger-story.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

/** A few batches in one commit, as when many files are read. */
function tell(store: InspectableLedger, from: number, to: number): void {
  for (let index = from; index < to; index += 2) {
    store.apply([storyBatch(index), ...(index + 1 < to ? [storyBatch(index + 1)] : [])]);
  }
}

function countFresh(folder: string): number {
  const driver = loadSqlite('node');
  if (!driver.ok) throw new Error(driver.error);
  const database = driver.value.open(`${folder}/ledger.db`, { readOnly: true });
  const row = database.prepare('SELECT count(*) AS fresh FROM events WHERE flags & 4').get();
  database.close();
  return Number(row?.['fresh']);
}

describe.each(sqliteDrivers)('events that are left out of the indexes at first (%s)', (driver) => {
  it('are found by all their names and groups, before and after they are indexed', () => {
    const folder = makeFolder();
    const memory = createMemoryLedger();
    let { store } = openOrThrow(folder, 'write', driver);
    const seen: number[] = [];
    for (const [index, [from, to]] of [
      [0, 20],
      [15, 60],
      [55, 140],
      [100, 260],
      [0, 150],
      [250, 750],
    ].entries()) {
      tell(store, from ?? 0, to ?? 0);
      tell(memory, from ?? 0, to ?? 0);
      // The first of these is a first fill, which has no fresh rows.
      if (index === 0) store.refreshRollups();
      seen.push(countFresh(folder));
      expect(dumpLedger(store)).toBe(dumpLedger(memory));
      if (index === 1) store.compact({ beforeMs: Infinity, maxEvents: 150 });
      if (index === 1) memory.compact({ beforeMs: Infinity, maxEvents: 150 });
      if (index % 2 === 1) continue;
      store.close();
      ({ store } = openOrThrow(folder, 'write', driver));
    }
    // Both kinds occurred: rows that waited, and many that were indexed immediately.
    expect(seen[0]).toBe(0);
    expect(Math.max(...seen)).toBeGreaterThan(300);
    expect([...store.contents().entries].length - (seen.at(-1) ?? 0)).toBeGreaterThan(1_000);
    store.close();
  });

  it('are known to the process after a writer that was killed', () => {
    const [folder, copy] = [makeFolder(), makeFolder()];
    const { store } = openOrThrow(folder, 'write', driver);
    tell(store, 0, 20);
    store.refreshRollups();
    tell(store, 20, 60);
    for (const name of ['ledger.db', 'ledger.db-wal']) cpSync(`${folder}/${name}`, `${copy}/${name}`);
    store.close();
    const next = openOrThrow(copy, 'write', driver);
    expect(next.problem).toBeNull();
    tell(next.store, 10, 80);
    const memory = createMemoryLedger();
    tell(memory, 0, 80);
    expect(dumpLedger(next.store)).toBe(dumpLedger(memory));
    next.store.close();
  });

  it('are known again after a failed transaction', () => {
    const folder = makeFolder();
    const { store } = openOrThrow(folder, 'write', driver);
    tell(store, 0, 20);
    store.refreshRollups();
    tell(store, 20, 40);
    const broken = { ...storyBatch(41), cursor: { ...storyBatch(41).cursor, path: null as unknown as string } };
    expect(() => store.apply([storyBatch(40), broken])).toThrow();
    tell(store, 30, 60);
    const memory = createMemoryLedger();
    tell(memory, 0, 60);
    expect(dumpLedger(store)).toBe(dumpLedger(memory));
    store.close();
  });
});
