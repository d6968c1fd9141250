import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../../support/dump-ledger.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { batchOf, eventOf } from '../../support/ledger-samples.ts';
import { openOrThrow, sqliteDrivers } from '../../support/ledger-stores.ts';
import { storyBatch } from '../../support/ledger-story.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const slow = ['events_by_group', 'events_by_key'];

/** The indexes that a first fill does without. */
function slowIndexesOf(folder: string): readonly unknown[] {
  const driver = loadSqlite('node');
  if (!driver.ok) throw new Error(driver.error);
  const database = driver.value.open(`${folder}/ledger.db`, { readOnly: true });
  const rows = database
    .prepare(`SELECT name FROM sqlite_schema WHERE name IN ('${slow.join("', '")}') ORDER BY 1`)
    .all();
  database.close();
  return rows.map((row) => row['name']);
}

function tell(store: InspectableLedger, from: number, to: number): void {
  for (let index = from; index < to; index += 1) store.apply([storyBatch(index)]);
}

function dumpUpTo(to: number): string {
  const memory = createMemoryLedger();
  tell(memory, 0, to);
  return dumpLedger(memory);
}

describe.each(sqliteDrivers)('the first fill of a ledger (%s)', (driver) => {
  it('does without the slow indexes until it is complete, and continues with them', () => {
    const folder = makeFolder();
    const { store } = openOrThrow(folder, 'write', driver);
    tell(store, 0, 20);
    expect(slowIndexesOf(folder)).toEqual([]);
    expect(dumpLedger(store)).toBe(dumpUpTo(20));
    store.refreshRollups();
    expect(slowIndexesOf(folder)).toEqual(slow);
    tell(store, 15, 40);
    expect(slowIndexesOf(folder)).toEqual(slow);
    expect(dumpLedger(store)).toBe(dumpUpTo(40));
    store.close();
  });

  it('may be killed: the next process creates the indexes before it writes', () => {
    const [folder, copy] = [makeFolder(), makeFolder()];
    const { store } = openOrThrow(folder, 'write', driver);
    tell(store, 0, 20);
    for (const name of ['ledger.db', 'ledger.db-wal']) cpSync(`${folder}/${name}`, `${copy}/${name}`);
    store.close();
    for (const left of [copy, folder]) {
      const next = openOrThrow(left, 'write', driver);
      expect(next.problem).toBeNull();
      tell(next.store, 10, 30);
      expect(slowIndexesOf(left)).toEqual(slow);
      expect(dumpLedger(next.store)).toBe(dumpUpTo(30));
      next.store.close();
    }
  });

  it('forgets what it learned from a failed write', () => {
    const folder = makeFolder();
    const { store } = openOrThrow(folder, 'write', driver);
    const broken = batchOf([{ kind: 'event', event: eventOf({}) }], { path: '/logs/new', lines: Number.NaN });
    expect(() => store.apply([storyBatch(0), broken])).toThrow();
    tell(store, 0, 10);
    expect(() => store.apply([storyBatch(10), broken])).toThrow();
    tell(store, 10, 20);
    expect(slowIndexesOf(folder)).toEqual(slow);
    expect(dumpLedger(store)).toBe(dumpUpTo(20));
    store.close();
  });
});
