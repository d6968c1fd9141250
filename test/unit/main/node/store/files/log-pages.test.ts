import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSqlite } from '../../../../../../main/node/sqlite/sqlite-driver.ts';
import { readLogPages } from '../../../../../../main/node/store/files/log-pages.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const pageBytes = 4096;

/** A database in WAL mode whose log holds a few pages, and the log. */
function makeLog(bytes = pageBytes) {
  const file = path.join(makeFolder(), 'ledger.db');
  const driver = loadSqlite();
  if (!driver.ok) throw new Error(driver.error);
  const database = driver.value.open(file);
  database.exec(`PRAGMA page_size = ${bytes}; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
    CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT);
    WITH RECURSIVE rows (id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM rows WHERE id < 300)
    INSERT INTO notes SELECT id, printf('%0100d', id) FROM rows;
    PRAGMA wal_checkpoint(TRUNCATE);
    UPDATE notes SET text = upper(text) || '!' WHERE id IN (1, 299);
  `);
  const log = path.join(makeFolder(), 'log');
  copyFileSync(`${file}-wal`, log);
  return { database, file, log };
}

describe('the pages of a write-ahead log', () => {
  it('are the ones that change when it is folded into its database', () => {
    const { database, file, log } = makeLog();
    const toPages = (bytes: Buffer): readonly Buffer[] =>
      Array.from({ length: bytes.length / pageBytes }, (_, page) =>
        bytes.subarray(page * pageBytes, (page + 1) * pageBytes),
      );
    const before = toPages(readFileSync(file));
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const after = toPages(readFileSync(file));
    database.close();
    const changed = after.flatMap((bytes, page) => (before[page]?.equals(bytes) ? [] : [page]));
    const found = [...(readLogPages(log) ?? [])];
    expect(changed.length).toBeGreaterThan(1);
    expect(after.length).toBeGreaterThan(changed.length + 2);
    expect(found).toEqual(expect.arrayContaining(changed));
    expect(Math.max(...found)).toBeLessThan(after.length);
  });

  it('are none in an empty log, and leave out a frame that was cut off', () => {
    const { database, log } = makeLog();
    database.close();
    const whole = readFileSync(log);
    const read = (bytes: Buffer) => {
      writeFileSync(log, bytes);
      return [...(readLogPages(log) ?? [])];
    };
    expect(read(Buffer.alloc(0))).toEqual([]);
    expect(read(whole.subarray(0, 31))).toEqual([]);
    expect(read(whole.subarray(0, 32))).toEqual([]);
    expect(read(whole.subarray(0, 32 + 23))).toEqual([]);
    expect(read(whole.subarray(0, 32 + 24))).toHaveLength(1);
    expect(statSync(log).size).toBe(56);
  });

  it('are unknown without a log, or when its pages have another size', () => {
    const { database, log, file } = makeLog(8192);
    expect(readLogPages(log)).toBeNull();
    database.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(readLogPages(`${file}-wal`)).toBeNull();
  });
});
