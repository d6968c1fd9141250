import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openAsGuest } from '../../../main/node/ingest/databases/open-as-guest.ts';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { startOwner, type OwnedDatabase } from '../../support/database-process.ts';
import { sqliteDrivers } from '../../support/ledger-stores.ts';
import { makeFolder } from './harness.ts';

let owner: OwnedDatabase | null = null;

afterEach(async () => {
  await owner?.kill();
  owner = null;
});

function fingerprint(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    );
}

/** A database of three rows that its owner keeps open. Spaces and special characters in its path have a meaning in a URI. */
async function makeDatabase(): Promise<{
  readonly folder: string;
  readonly path: string;
  readonly owner: OwnedDatabase;
}> {
  const folder = makeFolder();
  const path = join(folder, 'a 100%? #1.db');
  const started = await startOwner(path);
  owner = started;
  await started.tell({ sql: 'PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3)' });
  return { folder, path, owner: started };
}

function copyInto(path: string, companions: readonly string[]): { readonly folder: string; readonly path: string } {
  const folder = makeFolder();
  for (const companion of companions) copyFileSync(path + companion, join(folder, `b.db${companion}`));
  return { folder, path: join(folder, 'b.db') };
}

describe.each(sqliteDrivers)('another program’s database (%s)', (name) => {
  const loaded = loadSqlite(name);
  if (!loaded.ok) throw new Error(loaded.error);
  const driver = loaded.value;

  async function count(path: string): Promise<number> {
    const guest = await openAsGuest(driver, path);
    const rows = Number(guest.database.prepare('SELECT count(*) AS n FROM t').get()?.['n']);
    expect(await guest.isTrue()).toBe(true);
    await guest.close();
    return rows;
  }

  it('is read while its owner has it open, without disturbing the owner', async () => {
    const { folder, path, owner: writer } = await makeDatabase();
    const before = fingerprint(folder);
    expect(await count(path)).toBe(3);
    expect(fingerprint(folder)).toEqual(before);
    await writer.tell({ sql: 'INSERT INTO t VALUES (4)' });
    expect(await count(path)).toBe(4);
    await writer.tell({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' });
    expect(await count(path)).toBe(4);
    await writer.quit();
    expect(fingerprint(folder)).toHaveLength(1);
    expect(await count(path)).toBe(4);
    expect(fingerprint(folder)).toHaveLength(1);
  });

  it.each([
    ['all its files', ['', '-wal', '-shm'], 3],
    ['no index of its log', ['', '-wal'], 3],
  ] as const)('is read when its owner is gone, with %s', async (_case, companions, rows) => {
    const made = await makeDatabase();
    const { folder, path } = copyInto(made.path, companions);
    const before = fingerprint(folder);
    expect(await count(path)).toBe(rows);
    expect(fingerprint(folder)).toEqual(before);
  });

  it('never seems to include what its owner wrote while it was read', async () => {
    const { path, owner: writer } = await makeDatabase();
    await writer.tell({ sql: 'PRAGMA journal_mode = DELETE' });
    const guest = await openAsGuest(driver, path);
    expect(guest.database.prepare('SELECT count(*) AS n FROM t').get()?.['n']).toBe(3);
    await writer.tell({ sql: 'INSERT INTO t VALUES (4)' });
    expect(await guest.isTrue()).toBe(false);
    await guest.close();
  });

  it('cannot be written', async () => {
    const { path } = await makeDatabase();
    const guest = await openAsGuest(driver, path);
    expect(() => guest.database.exec('INSERT INTO t VALUES (4)')).toThrow();
    await guest.close();
  });
});
