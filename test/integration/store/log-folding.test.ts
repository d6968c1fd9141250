import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, copyFileSync, openSync, readFileSync, statSync, utimesSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { loadSqlite, type SqliteDatabase } from '../../../main/node/sqlite/sqlite-driver.ts';
import { createLogFolding, type LogFolding } from '../../../main/node/store/files/log-folding.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const pageBytes = 4_096;
/** The sums are learnt a second after opening. A small file takes one step. */
const learnedMs = 1_500;
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

function connect(path: string): SqliteDatabase {
  const loaded = loadSqlite();
  if (!loaded.ok) throw new Error(loaded.error);
  const database = loaded.value.open(path);
  closers.push(() => database.close());
  return database;
}

interface Place {
  readonly path: string;
  readonly database: SqliteDatabase;
  readonly log: LogFolding;
}

/** A database of some 170 pages whose log is empty. */
function makeDatabase(): Place {
  const path = join(newFolder(), 'some.db');
  const database = connect(path);
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
    CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT);
    CREATE INDEX by_text ON rows (text)`);
  insert(database, 0, 3_000);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const log = createLogFolding(database, path, 1_000);
  closers.push(() => log.guard.close());
  return { path, database, log };
}

function insert(database: SqliteDatabase, from: number, to: number): void {
  database.exec('BEGIN');
  const statement = database.prepare('INSERT OR REPLACE INTO rows VALUES (?, ?)');
  for (let id = from; id < to; id += 1) statement.run(id, `${(id * 7_919) % 10_007} `.repeat(20));
  database.exec('COMMIT');
}

/** Gives it another time, so that its contents decide. */
function touch(path: string): void {
  const at = statSync(path).mtimeMs / 1_000 - 60;
  utimesSync(path, at, at);
}

function writePage(path: string, page: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, page * pageBytes);
  closeSync(file);
}

describe('the guard of a file that its log is folded into', () => {
  it('notices a change of any one page, and its return', async () => {
    const { path, log } = makeDatabase();
    await delay(learnedMs);
    const contents = readFileSync(path);
    const pages = contents.length / pageBytes;
    expect(pages).toBeGreaterThan(128);
    for (let page = 0; page < pages; page += 1) {
      const own = contents.subarray(page * pageBytes, (page + 1) * pageBytes);
      const other = Buffer.from(own);
      other[page % pageBytes] = 255 - (own[page % pageBytes] ?? 0);
      writePage(path, page, other);
      touch(path);
      expect(log.guard.isUntouched(), `page ${page}`).toBe(false);
      writePage(path, page, own);
      touch(path);
      expect(log.guard.isUntouched(), `page ${page}`).toBe(true);
    }
  });

  it('notices a change whose time of writing was set back', async () => {
    const { path, log } = makeDatabase();
    await delay(learnedMs);
    const { atimeMs, mtimeMs } = statSync(path);
    touch(path);
    utimesSync(path, atimeMs / 1_000, mtimeMs / 1_000);
    expect(log.guard.isUntouched()).toBe(true);
    const { mtimeNs } = statSync(path, { bigint: true });
    writePage(path, 5, Buffer.alloc(pageBytes, 1));
    execFileSync('touch', [
      '-d',
      `@${mtimeNs / 1_000_000_000n}.${String(mtimeNs % 1_000_000_000n).padStart(9, '0')}`,
      path,
    ]);
    expect(statSync(path, { bigint: true }).mtimeNs).toBe(mtimeNs);
    expect(log.guard.isUntouched()).toBe(false);
  });

  it('takes any change for an alien one until it knows the contents, and does not learn what another program wrote', async () => {
    const { path, log } = makeDatabase();
    expect(log.guard.isUntouched()).toBe(true);
    writePage(path, 5, Buffer.alloc(pageBytes, 1));
    touch(path);
    expect(log.guard.isUntouched()).toBe(false);
    await delay(learnedMs);
    expect(log.guard.isUntouched()).toBe(false);
  });

  it('knows what is folded in, also in parts because others are reading', async () => {
    const { path, database, log } = makeDatabase();
    const reader = connect(path);
    await delay(learnedMs);
    const check = (): void => {
      touch(path);
      expect(log.guard.isUntouched()).toBe(true);
    };
    for (let round = 0; round < 40; round += 1) {
      insert(database, round * 250, round * 250 + 400);
      if (round % 4 === 1) reader.exec('BEGIN; SELECT count(*) FROM rows');
      if (round % 5 === 2) database.exec(`DELETE FROM rows WHERE id % 7 = ${round % 7}`);
      if (round % 3 !== 2) log.fold();
      check();
      if (round % 4 === 3) reader.exec('COMMIT');
    }
    log.fold();
    check();
    writePage(path, 77, Buffer.alloc(pageBytes, 1));
    touch(path);
    expect(log.guard.isUntouched()).toBe(false);
  });

  it.runIf(process.platform !== 'win32')(
    'is not alarmed by programs that read the file or change what is said about it',
    async () => {
      const { path, log } = makeDatabase();
      const check = (): void => expect(log.guard.isUntouched()).toBe(true);
      copyFileSync(path, `${path}.backup`);
      chmodSync(path, 0o600);
      check();
      await delay(learnedMs);
      copyFileSync(path, `${path}.backup`);
      check();
      chmodSync(path, 0o640);
      check();
      touch(path);
      check();
      expect(log.isInPlace()).toBe(true);
    },
  );
});
