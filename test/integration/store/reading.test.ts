import { cpSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { openLedger, type OpenLedger } from '../../../main/node/store/open-ledger.ts';
import { createProblem } from '../../../shared/domain/problem.ts';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { eventBatchOf, eventOf, sampleMs } from '../../support/ledger-samples.ts';
import { openOrThrow, sqliteDrivers } from '../../support/ledger-stores.ts';
import { storyBatch } from '../../support/ledger-story.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const newBatch = eventBatchOf(eventOf({ key: 'claude-code:new' }));
const opened: OpenLedger[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const each of opened.splice(0)) each.store.close();
});

function execute(file: string, sql: string): void {
  const loaded = loadSqlite();
  if (!loaded.ok) throw new Error(loaded.error);
  const database = loaded.value.open(file);
  database.exec(sql);
  database.close();
}

function makeWriter(): { readonly folder: string; readonly writer: OpenLedger } {
  const folder = makeFolder();
  const writer = openOrThrow(folder);
  opened.push(writer);
  writer.store.apply([storyBatch(0)]);
  return { folder, writer };
}

function read(folder: string, driver: (typeof sqliteDrivers)[number] = 'node'): OpenLedger {
  const reader = openOrThrow(folder, 'read', driver);
  opened.push(reader);
  return reader;
}

describe.each(sqliteDrivers)('a file that is no ledger (%s)', (driver) => {
  it('is reported as damaged to a reader, and left alone, when it is another program’s database', () => {
    const folder = makeFolder();
    const file = path.join(folder, 'ledger.db');
    execute(file, 'CREATE TABLE notes (text)');
    const bytes = readFileSync(file);
    expect(openLedger({ folder, mode: 'read', nowMs: sampleMs, driver })).toEqual({
      ok: false,
      error: { reason: 'unusable', problem: createProblem('ledger-damaged', { folder }) },
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    // An empty database is a ledger to come.
    rmSync(file);
    execute(file, 'VACUUM');
    expect(openLedger({ folder, mode: 'read', nowMs: sampleMs, driver })).toMatchObject({
      ok: false,
      error: { reason: 'missing', problem: { id: 'ledger-missing' } },
    });
  });
});

describe('a reader of a ledger', () => {
  it('can tell when another process has written', () => {
    const { folder, writer } = makeWriter();
    const reader = read(folder);
    const before = reader.commitVersion();
    expect(reader.commitVersion()).toBe(before);
    writer.store.apply([newBatch]);
    expect(reader.commitVersion()).not.toBe(before);
    // Tidying up is the writer's.
    reader.store.refreshRollups();
    expect(dumpLedger(reader.store)).toBe(dumpLedger(writer.store));
    expect([reader.problem, reader.keepInPlace(sampleMs)]).toEqual([null, 'kept']);
  });

  // Windows does not let an open database be deleted or renamed.
  it.skipIf(process.platform === 'win32')(
    'can tell that its file was lost, and leaves what it knows to a new writer',
    () => {
      const { folder, writer } = makeWriter();
      const reader = read(folder);
      expect(reader.place()).toBe('kept');
      const contents = dumpLedger(reader.store);
      const file = path.join(folder, 'ledger.db');
      renameSync(file, path.join(makeFolder(), 'moved.db'));
      expect(reader.place()).toBe('missing');
      writeFileSync(file, '');
      expect(reader.place()).toBe('replaced');
      writer.store.close();
      rmSync(folder, { recursive: true });
      reader.rescue(sampleMs);
      expect(readdirSync(folder)).toEqual(['ledger.rescued-20260501T100000Z.db']);
      const next = openOrThrow(folder);
      opened.push(next);
      expect(next.problem).toMatchObject({ id: 'ledger-put-back' });
      next.store.apply([storyBatch(0)]);
      expect(dumpLedger(next.store)).toBe(contents);
    },
  );
});

/** A link to itself in the place of the index of the log keeps SQLite from creating that, as a read-only mount does. */
function blockIndex(folder: string): void {
  symlinkSync('ledger.db-shm', path.join(folder, 'ledger.db-shm'));
}

describe.skipIf(process.platform === 'win32').each(sqliteDrivers)(
  'a ledger beside which nothing can be created (%s)',
  (driver) => {
    it.each(['that was closed', 'whose writer was killed'] as const)('is shown as it is: one %s', (which) => {
      const { folder, writer } = makeWriter();
      const contents = dumpLedger(writer.store);
      if (which === 'that was closed') writer.store.close();
      const frozen = makeFolder();
      for (const name of readdirSync(folder)) {
        if (/db(-wal)?$/.test(name)) cpSync(path.join(folder, name), path.join(frozen, name));
      }
      // An empty log is none.
      if (which === 'that was closed') writeFileSync(path.join(frozen, 'ledger.db-wal'), '');
      blockIndex(frozen);
      const temporary = makeFolder();
      vi.stubEnv('TMPDIR', temporary);
      const reader = read(frozen, driver);
      expect(dumpLedger(reader.store)).toBe(contents);
      expect(() => reader.store.apply([newBatch])).toThrow(/readonly|read-only/);
      expect(reader.place()).toBe('kept');
      // It does not follow its file, so it has to be opened again.
      if (which === 'that was closed') writeFileSync(path.join(frozen, 'ledger.db-wal'), 'a log');
      else writeFileSync(path.join(frozen, 'ledger.db-wal'), 'more', { flag: 'a' });
      expect(reader.place()).toBe('replaced');
      rmSync(path.join(frozen, 'ledger.db'));
      expect(reader.place()).toBe('missing');
      reader.store.close();
      expect(readdirSync(temporary)).toEqual([]);
    });

    it('is reported when it is damaged, and nothing of it stays in the temporary folder', () => {
      const frozen = makeFolder();
      const temporary = makeFolder();
      vi.stubEnv('TMPDIR', temporary);
      blockIndex(frozen);
      writeFileSync(path.join(frozen, 'ledger.db-wal'), 'a log');
      writeFileSync(path.join(frozen, 'ledger.db'), 'junk'.repeat(2_000));
      expect(openLedger({ folder: frozen, mode: 'read', nowMs: sampleMs, driver })).toMatchObject({
        ok: false,
        error: { reason: 'unusable', problem: { id: 'ledger-damaged' } },
      });
      expect(readdirSync(temporary)).toEqual([]);
    });
  },
);
