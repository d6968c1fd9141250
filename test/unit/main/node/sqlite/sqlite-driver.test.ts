import { describe, expect, it } from 'vitest';
import { loadSqlite, sqliteCodes, toSqliteCode } from '../../../../../main/node/sqlite/sqlite-driver.ts';
import { isDamage, toStoreFailure } from '../../../../../main/node/store/store-errors.ts';
import { sqliteDrivers } from '../../../../support/ledger-stores.ts';

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe.each(sqliteDrivers)('SQLite driver: %s', (name) => {
  const loaded = loadSqlite(name);
  if (!loaded.ok) throw new Error(loaded.error);
  const driver = loaded.value;

  it('stores and returns every kind of value', () => {
    const database = driver.open(':memory:');
    database.exec('CREATE TABLE things (n INTEGER, r REAL, t TEXT); CREATE INDEX things_by_n ON things (n)');
    const add = database.prepare('INSERT INTO things VALUES (?, ?, ?)');
    add.run(-(2n ** 63n), 0.5, 'ä😀');
    add.run(1_700_000_000_000, null, null);
    const all = database.prepare(`SELECT printf('%016x', n) AS n, r, t FROM things ORDER BY t`).all();
    expect(all.map((row) => ({ ...row }))).toEqual([
      { n: '0000018bcfe56800', r: null, t: null },
      { n: '8000000000000000', r: 0.5, t: 'ä😀' },
    ]);
    expect(database.prepare('SELECT n FROM things WHERE t IS ?').get(null)?.['n']).toBe(1_700_000_000_000);
    expect(database.prepare('SELECT n FROM things WHERE t = ?').get('nothing')).toBeUndefined();
    database.close();
  });

  it('reports why it failed', () => {
    const database = driver.open(':memory:');
    const unknown = caught(() => database.exec('SELECT * FROM nowhere'));
    const missing = caught(() => driver.open('/nowhere/at/all.db'));
    expect(toSqliteCode(unknown)).toBe(sqliteCodes.error);
    expect(toSqliteCode(missing)).toBe(sqliteCodes.cantOpen);
    expect(toStoreFailure(missing, '/data')).toEqual({ kind: 'cannot-open' });
    expect(isDamage(unknown)).toBe(false);

    database.exec('PRAGMA max_page_count = 3; CREATE TABLE big (t BLOB)');
    const full = caught(() => database.exec('INSERT INTO big VALUES (randomblob(100000))'));
    expect(toSqliteCode(full)).toBe(sqliteCodes.full);
    expect(toStoreFailure(full, '/data')).toEqual({ kind: 'disk-full' });
    database.close();
  });
});

describe('toStoreFailure', () => {
  const failureOf = (code: string) => toStoreFailure(Object.assign(new Error('x'), { code }), '/data');

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'no-permission'],
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['ENOTDIR', 'file-in-the-way'],
    ['EEXIST', 'file-in-the-way'],
    ['ELOOP', 'link-loop'],
    ['ENAMETOOLONG', 'path-too-long'],
    ['ENOENT', 'no-folders-allowed'],
  ])('names what a user can fix: %s', (code, kind) => expect(failureOf(code)).toEqual({ kind }));

  it('passes on what it cannot name', () => {
    expect(failureOf('EIO')).toEqual({ kind: 'other', detail: 'x' });
    expect(toSqliteCode(new Error('x'))).toBeNull();
  });
});
