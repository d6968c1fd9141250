import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { toCopyPrefix } from '../../../main/node/ingest/databases/sweep-copies.ts';
import type { Ingest } from '../../../main/node/ingest/ingest.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import { openCode } from '../../../shared/sources/opencode/descriptor.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { startOwner, type OwnedDatabase } from '../../support/database-process.ts';
import { endAnswer, insertAnswer, openCodeSchema, toMessageId } from '../../support/opencode-database.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { countOf, cursorOf, makeFolder, makeIngest } from './harness.ts';

const owners: OwnedDatabase[] = [];

afterEach(async () => {
  await Promise.all(owners.splice(0).map((owner) => owner.kill()));
});

/** A home whose database is owned by another process. */
async function makeHome() {
  const home = makeFolder();
  const path = join(home, '.local/share/opencode/opencode.db');
  mkdirSync(dirname(path), { recursive: true });
  const owner = await open(path);
  await owner.tell({ sql: openCodeSchema });
  return { home, path, owner, store: createMemoryLedger() };
}

async function open(path: string): Promise<OwnedDatabase> {
  const owner = await startOwner(path);
  owners.push(owner);
  return owner;
}

function ingestOf(home: string, store: LedgerStore): Ingest {
  const host = { platform: 'linux', home, variables: {}, otherHomes: [] } as const;
  return makeIngest([openCode], store, { host });
}

/** Reads a home as the app does after a start. */
async function scan(home: string, store: LedgerStore): Promise<Ingest> {
  const ingest = ingestOf(home, store);
  await ingest.scan();
  await ingest.stop();
  return ingest;
}

/** Every file of a database, byte for byte. */
function fingerprint(path: string): Readonly<Record<string, string>> {
  const folder = dirname(path);
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

/** Of this process alone: other tests make theirs at the same time. */
function countCopies(): number {
  const prefix = toCopyPrefix(process.pid);
  return readdirSync(dirname(prefix)).filter((name) => name.startsWith(basename(prefix))).length;
}

/** Copies the files of a database elsewhere in their current state, as a crash or a copy leaves them. */
function copyState(path: string, names: readonly string[]): { readonly home: string; readonly path: string } {
  const home = makeFolder();
  const target = join(home, '.local/share/opencode/opencode.db');
  mkdirSync(dirname(target), { recursive: true });
  for (const name of names) copyFileSync(path + name, target + name);
  return { home, path: target };
}

describe('a database', () => {
  it('is read while its owner keeps writing, and new data is found', async () => {
    const { home, owner, store, path } = await makeHome();
    await owner.tell({ sql: insertAnswer(1, 5) + insertAnswer(2, 6) });
    await scan(home, store);
    expect(countOf(store)).toEqual({ events: 2, output: 11 });
    await owner.tell({ sql: insertAnswer(3, 7) });
    await scan(home, store);
    expect(countOf(store)).toEqual({ events: 3, output: 18 });
    expect(cursorOf(store, path)).toMatchObject({ position: { kind: 'rows' }, lines: 3, eventRows: 3 });
  });

  it('is not read while neither it nor its log has changed', async () => {
    const { home, owner, store } = await makeHome();
    await owner.tell({ sql: insertAnswer(1, 5) });
    await new Promise((resolve) => setTimeout(resolve, 80));
    await scan(home, store);
    let writes = 0;
    const counting = {
      ...store,
      apply: (batches: Parameters<LedgerStore['apply']>[0]) => (writes++, store.apply(batches)),
    };
    await scan(home, counting);
    expect(writes).toBe(0);
  });

  it('is followed live, through commits, checkpoints and the exit of its owner', async () => {
    const { home, owner, store, path } = await makeHome();
    const ingest = ingestOf(home, store);
    await ingest.watch();
    const until = (events: number) => waitUntil(`${events} answers`, () => countOf(store).events === events);
    await owner.tell({ sql: insertAnswer(1, 1) });
    await until(1);
    await owner.tell({ sql: insertAnswer(2, 1) + insertAnswer(3, 1, false) });
    await until(2);
    await owner.tell({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' });
    await owner.tell({ sql: endAnswer(3, 1) });
    await until(3);
    await owner.tell({ burst: 1, statement: insertAnswer(4, 1) });
    await owner.quit();
    await until(4);
    // SQLite removes it with the last connection. If ours read in that very moment, the next owner's exit removes it.
    await waitUntil('nobody to hold the log', async () => {
      if (!existsSync(`${path}-wal`)) return true;
      await (await open(path)).quit();
      return !existsSync(`${path}-wal`);
    });
    const next = await open(path);
    await next.tell({ sql: insertAnswer(5, 1) });
    await until(5);
    expect(ingest.unreadable()).toEqual([]);
  });

  it('that is written without a pause is read without a fault, and without keeping its owner up', async () => {
    const { home, owner, store } = await makeHome();
    const ingest = ingestOf(home, store);
    await ingest.watch();
    const rows = 2_000;
    const statement = insertAnswer(1, 1).replace(toMessageId(1), "msg_' || hex(randomblob(9)) || '");
    // Each of them is a commit. An error of the owner (the database is locked) would reject.
    await owner.tell({ burst: rows, statement });
    await waitUntil(
      'every answer',
      () => cursorOf(store, ingest.roots().get('opencode')![0]!.path + '/opencode.db').lines === rows,
    );
    expect(ingest.unreadable()).toEqual([]);
  });

  it('counts answers once they are complete, and rereads rows that were renumbered', async () => {
    const { home, owner, store, path } = await makeHome();
    await owner.tell({ sql: insertAnswer(1, 0, false) + insertAnswer(2, 9, false) + insertAnswer(3, 3) });
    await scan(home, store);
    expect(countOf(store)).toEqual({ events: 1, output: 3 });
    await owner.tell({ sql: endAnswer(1, 4) + endAnswer(2, 2) });
    await scan(home, store);
    expect(countOf(store)).toEqual({ events: 3, output: 9 });
    await owner.tell({ sql: `DELETE FROM message WHERE id IN ('${toMessageId(1)}', '${toMessageId(3)}'); VACUUM` });
    await owner.tell({ sql: insertAnswer(5, 10) });
    await scan(home, store);
    expect(countOf(store)).toEqual({ events: 4, output: 19 });
    expect(cursorOf(store, path)).toMatchObject({ lines: 2, eventRows: 2 });
  });

  it('with thousands of rows is read in pieces, and resumed where it was after a kill', async () => {
    const { home, owner, store: ledger, path } = await makeHome();
    await owner.tell({ sql: Array.from({ length: 1_800 }, (_, index) => insertAnswer(index, 1)).join('') });
    const store: LedgerStore = {
      ...ledger,
      apply(batches) {
        ledger.apply(batches.slice(0, 1));
        throw new Error('killed');
      },
    };
    await expect(scan(home, store)).rejects.toThrow();
    expect(countOf(ledger).events).toBe(500);
    expect(cursorOf(ledger, path).position).toEqual({ kind: 'rows', size: 0 });
    await scan(home, ledger);
    expect(countOf(ledger).events).toBe(1_800);
    expect(cursorOf(ledger, path).lines).toBe(1_800);
  });
});

describe('reading leaves no trace in a database', () => {
  it.each([
    ['whose owner is at work', []],
    ['whose owner has checkpointed', ['PRAGMA wal_checkpoint(TRUNCATE)']],
    ['with a journal of the old kind', ['PRAGMA journal_mode = DELETE']],
  ])('%s', async (_name, orders) => {
    const { home, owner, store, path } = await makeHome();
    await owner.tell({ sql: insertAnswer(1, 5) });
    for (const sql of orders) await owner.tell({ sql });
    const before = fingerprint(path);
    await scan(home, store);
    expect(countOf(store).events).toBe(1);
    expect(fingerprint(path)).toEqual(before);
    await owner.tell({ sql: insertAnswer(2, 5) });
  });

  it('whose owner has quit: there is no log, and none is created', async () => {
    const { home, owner, store, path } = await makeHome();
    await owner.tell({ sql: insertAnswer(1, 5) });
    await owner.quit();
    const before = fingerprint(path);
    expect(Object.keys(before)).toEqual(['opencode.db']);
    await scan(home, store);
    expect(countOf(store).events).toBe(1);
    expect(fingerprint(path)).toEqual(before);
  });

  it.each([
    ['whose owner was killed', ['', '-wal', '-shm']],
    ['that was copied without the index of its log', ['', '-wal']],
  ])('%s', async (_name, names) => {
    const made = await makeHome();
    await made.owner.tell({ sql: insertAnswer(1, 5) });
    const { home, path } = copyState(made.path, names);
    await made.owner.kill();
    const before = fingerprint(path);
    const copies = countCopies();
    await scan(home, made.store);
    expect(countOf(made.store).events).toBe(1);
    expect(fingerprint(path)).toEqual(before);
    expect(countCopies()).toBe(copies);
    // The owner finds what it left.
    const next = await open(path);
    await next.tell({ sql: insertAnswer(2, 5) });
  });

  it.runIf(process.platform !== 'win32')('in a read-only folder', async () => {
    const made = await makeHome();
    await made.owner.tell({ sql: insertAnswer(1, 5) });
    for (const names of [[''], ['', '-wal'], ['', '-wal', '-shm']]) {
      if (names.length === 1) await made.owner.tell({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' });
      else await made.owner.tell({ sql: insertAnswer(names.length, 5) });
      const { home, path } = copyState(made.path, names);
      const before = fingerprint(path);
      chmodSync(dirname(path), 0o555);
      const store = createMemoryLedger();
      await scan(home, store);
      chmodSync(dirname(path), 0o755);
      expect(countOf(store).events).toBe(names.length);
      expect(fingerprint(path)).toEqual(before);
    }
  });

  it('whose last write was interrupted: it is rolled back in a copy', async () => {
    const { owner, path: original, store } = await makeHome();
    await owner.tell({ sql: `PRAGMA journal_mode = DELETE; ${insertAnswer(1, 5)}` });
    // A small cache spills uncommitted data into the file, as a large write does.
    await owner.tell({
      sql: `PRAGMA cache_size = 1; BEGIN; DELETE FROM message; CREATE TABLE filler AS WITH RECURSIVE
      n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 5000) SELECT randomblob(200) AS bytes FROM n`,
    });
    const { home, path } = copyState(original, ['', '-journal']);
    await owner.kill();
    const before = fingerprint(path);
    await scan(home, store);
    expect(countOf(store).events).toBe(1);
    expect(fingerprint(path)).toEqual(before);
  });
});

describe('a database that cannot be read', () => {
  it('because its owner holds it for itself is tried again, and is no fault at first', async () => {
    const { home, owner, store } = await makeHome();
    await owner.tell({ sql: insertAnswer(1, 5) });
    await owner.tell({ sql: `PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ${insertAnswer(2, 5)}` });
    const ingest = ingestOf(home, store);
    await ingest.watch();
    expect(ingest.unreadable()).toEqual([]);
    await owner.tell({ sql: 'COMMIT; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM message' });
    await waitUntil('both answers', () => countOf(store).events === 2);
    expect(ingest.unreadable()).toEqual([]);
  });

  it.each([
    ['is none', (path: string) => writeFileSync(path, 'SQLite format 4\0'.padEnd(8192, 'x'))],
    ['is cut off', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 5000))],
    ['is overwritten', (path: string) => writeFileSync(path, overwrite(readFileSync(path)))],
  ])('because it %s is reported once, and read when it is intact again', async (_name, damage) => {
    const { home, owner, store, path } = await makeHome();
    await owner.tell({ sql: insertAnswer(1, 5) });
    await owner.quit();
    const whole = readFileSync(path);
    damage(path);
    const ingest = ingestOf(home, store);
    await ingest.scan();
    expect(ingest.unreadable()).toEqual([{ source: 'opencode', path, reason: 'damaged-database' }]);
    await ingest.scan();
    expect(ingest.unreadable()).toHaveLength(1);
    writeFileSync(path, whole);
    await ingest.scan();
    expect(ingest.unreadable()).toEqual([]);
    expect(countOf(store).events).toBe(1);
  });

  it('never crashes anything, however it is damaged', async () => {
    const { home, owner, store, path } = await makeHome();
    await owner.tell({ sql: Array.from({ length: 60 }, (_, index) => insertAnswer(index, 1)).join('') });
    await owner.quit();
    const whole = readFileSync(path);
    let random = 12_345;
    const next = (limit: number): number => (random = (random * 1_103_515_245 + 12_345) % 2 ** 31) % limit;
    for (let run = 0; run < 150; run++) {
      const bytes = Buffer.from(whole);
      for (let change = 0; change <= next(12); change++) bytes[next(run % 3 === 0 ? 200 : bytes.length)] = next(256);
      writeFileSync(path, run % 10 === 0 ? bytes.subarray(0, next(bytes.length)) : bytes);
      const ledger = createMemoryLedger();
      const ingest = await scan(home, ledger);
      expect(countOf(ledger).events).toBeLessThanOrEqual(60);
      for (const { reason } of ingest.unreadable()) expect(reason).toBe('damaged-database');
    }
    writeFileSync(path, whole);
    await scan(home, store);
    expect(countOf(store).events).toBe(60);
  });

  it.each([
    [
      'a view in the place of the table',
      `CREATE VIEW message AS WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x FROM n)
      SELECT x AS id, x AS session_id, x AS data FROM n`,
    ],
    ['generated columns', `CREATE TABLE message (id TEXT, session_id TEXT, data TEXT AS (zeroblob(1000000000)))`],
    [
      'rows beyond all numbers',
      `CREATE TABLE message (number INTEGER PRIMARY KEY, id TEXT, session_id TEXT, data TEXT);
      INSERT INTO message VALUES (9223372036854775807, 'a', 'b', '{}'), (-5, 'c', 'd', '{}')`,
    ],
    [
      'values of other kinds',
      `CREATE TABLE message (id, session_id, data);
      INSERT INTO message VALUES (x'00ff', 9007199254740993, x'7b7d'), (NULL, NULL, NULL), (1.5, '', '{"role":"assistant","time":{"created":1e999,"completed":1},"tokens":{"input":9007199254740993}}')`,
    ],
  ])('contains %s: its valid part is read', async (_name, sql) => {
    const home = makeFolder();
    const path = join(home, '.local/share/opencode/opencode.db');
    mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
    const store = createMemoryLedger();
    const ingest = await scan(home, store);
    expect(ingest.unreadable()).toEqual([]);
    expect(countOf(store).events).toBe(0);
  });

  it('is gone when its file is, and its usage stays counted', async () => {
    const { home, owner, store, path } = await makeHome();
    await owner.tell({ sql: insertAnswer(1, 5) });
    await scan(home, store);
    await owner.quit();
    rmSync(path);
    await scan(home, store);
    expect(cursorOf(store, path).isGone).toBe(true);
    expect(countOf(store).events).toBe(1);
  });
});

/** Overwrites the table pages with nonsense, but not the header. */
function overwrite(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.fill(0xa5, 4096);
  return damaged;
}
