import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../main/node/store/open-ledger.ts';
import { schemaVersion } from '../../../main/node/store/schema/schema.ts';
import { createProblem } from '../../../shared/domain/problem.ts';
import { loadSqlite, type SqliteDriver } from '../../../main/node/sqlite/sqlite-driver.ts';
import { quarterHourMs } from '../../../shared/domain/instant.ts';
import { eventBatchOf, eventOf, sampleMs } from '../../support/ledger-samples.ts';
import { openOrThrow, sqliteDrivers } from '../../support/ledger-stores.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const all = { grainMs: quarterHourMs };

function makeLedger(driver: SqliteDriver['name'], events: number): { folder: string; file: string } {
  const folder = makeFolder();
  const { store } = openOrThrow(folder, 'write', driver);
  store.apply([eventBatchOf(...Array.from({ length: events }, (_, index) => eventOf({ key: `k${index}` })))]);
  store.close();
  return { folder, file: path.join(folder, 'ledger.db') };
}

function execute(driver: SqliteDriver['name'], file: string, sql: string): void {
  const loaded = loadSqlite(driver);
  if (!loaded.ok) throw new Error(loaded.error);
  const database = loaded.value.open(file);
  database.exec(sql);
  database.close();
}

describe.each(sqliteDrivers)('a ledger that cannot be used (%s)', (driver) => {
  it('is set aside when it is not a database, and kept byte for byte', () => {
    const { folder, file } = makeLedger(driver, 1);
    const junk = 'this is no database at all. '.repeat(400);
    writeFileSync(file, junk);
    const { store, problem } = openOrThrow(folder, 'write', driver);
    expect(problem).toMatchObject({ id: 'ledger-corrupt', severity: 'warning' });
    expect(problem?.parameters).toEqual({
      setAsidePath: path.join(folder, 'ledger.corrupt-20260501T100000Z.db'),
      salvage: null,
    });
    expect(readFileSync(path.join(folder, 'ledger.corrupt-20260501T100000Z.db'), 'utf8')).toBe(junk);
    expect(store.apply([eventBatchOf(eventOf({}))]).changedEvents).toBe(1);
    store.close();
    expect(openOrThrow(folder, 'write', driver).problem).toBeNull();
  });

  it('never replaces an earlier one that was set aside', () => {
    const { folder, file } = makeLedger(driver, 1);
    for (const junk of ['first', 'second']) {
      writeFileSync(file, junk.repeat(1_000));
      openOrThrow(folder, 'write', driver).store.close();
    }
    const kept = readdirSync(folder).filter((name) => /^ledger\.corrupt-.*\.db$/.test(name));
    expect(kept.map((name) => readFileSync(path.join(folder, name), 'utf8').slice(0, 5)).sort()).toEqual([
      'first',
      'secon',
    ]);
  });

  it.each(['the last writer did not close it', 'its file is to be verified'])(
    'is set aside when a page inside is damaged and %s',
    (when) => {
      const { folder, file } = makeLedger(driver, 2_000);
      const bytes = readFileSync(file);
      bytes.fill(0xa5, bytes.length - 40_000, bytes.length - 20_000);
      writeFileSync(file, bytes);
      const verify = when === 'its file is to be verified';
      // What a killed writer leaves: a log beside the file.
      if (!verify) writeFileSync(`${file}-wal`, 'left over');
      const opened = openLedger({ folder, mode: 'write', nowMs: sampleMs, driver, verify });
      if (!opened.ok) throw new Error(opened.error.reason);
      const { store, problem } = opened.value;
      expect(problem).toMatchObject({ id: 'ledger-corrupt' });
      const kept = store.stats()[0]?.events ?? 0;
      expect(kept).toBeGreaterThan(1_000);
      expect(problem?.parameters).toMatchObject({ salvage: { carriedOver: kept } });
      store.close();
    },
  );

  it('is set aside when its tables are missing', () => {
    const { folder, file } = makeLedger(driver, 1);
    execute(driver, file, 'PRAGMA foreign_keys = OFF; DROP TABLE events');
    const { store, problem } = openOrThrow(folder, 'write', driver);
    expect(problem).toMatchObject({ id: 'ledger-corrupt' });
    store.close();
  });

  it('is set aside when a newer Fuelgauge wrote it, including its write-ahead log', () => {
    const { folder, file } = makeLedger(driver, 3);
    execute(driver, file, 'PRAGMA user_version = 999');
    expect(openLedger({ folder, mode: 'read', nowMs: sampleMs, driver })).toMatchObject({
      ok: false,
      error: { reason: 'unusable', problem: { id: 'ledger-too-new' } },
    });
    const aside = path.join(folder, 'ledger.newer-20260501T100000Z.db');
    const { store, problem } = openOrThrow(folder, 'write', driver);
    expect(problem).toEqual(createProblem('ledger-newer', { setAsidePath: aside }));
    expect(store.cells(all)).toEqual([]);
    store.close();

    execute(driver, aside, `PRAGMA user_version = ${schemaVersion}`);
    const again = makeFolder();
    writeFileSync(path.join(again, 'ledger.db'), readFileSync(aside));
    const kept = openOrThrow(again, 'write', driver);
    expect(kept.problem).toBeNull();
    expect(kept.store.stats()).toMatchObject([{ events: 3 }]);
    kept.store.close();
  });

  it('is set aside when another program created it', () => {
    const folder = makeFolder();
    execute(driver, path.join(folder, 'ledger.db'), 'CREATE TABLE recipes (name TEXT)');
    const { store, problem } = openOrThrow(folder, 'write', driver);
    expect(problem).toMatchObject({ id: 'ledger-corrupt' });
    store.close();
  });

  it('is reported, not thrown, when a reader opens it', () => {
    const { folder, file } = makeLedger(driver, 1);
    writeFileSync(file, 'junk'.repeat(2_000));
    expect(openLedger({ folder, mode: 'read', nowMs: sampleMs, driver })).toMatchObject({
      ok: false,
      error: { reason: 'unusable', problem: { id: 'ledger-damaged' } },
    });
    expect(readdirSync(folder)).not.toContainEqual(expect.stringContaining('corrupt'));
  });
});

describe('a folder that cannot hold a ledger', () => {
  it('is reported when a file is in the way', () => {
    const folder = path.join(makeFolder(), 'taken');
    writeFileSync(folder, '');
    const link = path.join(path.dirname(folder), 'link');
    if (process.platform !== 'win32') symlinkSync('nowhere', link);
    for (const inner of [folder, path.join(folder, 'deeper'), ...(process.platform === 'win32' ? [] : [link])]) {
      expect(openLedger({ folder: inner, mode: 'write', nowMs: sampleMs })).toEqual({
        ok: false,
        error: {
          reason: 'unusable',
          problem: createProblem('ledger-unusable', { folder: inner, failure: { kind: 'file-in-the-way' } }),
        },
      });
    }
  });

  it('is reported when a folder is in the way of the file, and the lock is released', () => {
    const folder = makeFolder();
    mkdirSync(path.join(folder, 'ledger.db'));
    for (let count = 0; count < 2; count += 1) {
      expect(openLedger({ folder, mode: 'write', nowMs: sampleMs })).toMatchObject({
        ok: false,
        error: { reason: 'unusable', problem: { parameters: { failure: { kind: 'not-a-file' } } } },
      });
    }
  });

  it('is created for its owner only', () => {
    const folder = path.join(makeFolder(), 'new', 'Fuelgauge');
    openOrThrow(folder).store.close();
    if (process.platform === 'win32') return;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'ledger.db')).mode & 0o777).toBe(0o600);
  });
});
