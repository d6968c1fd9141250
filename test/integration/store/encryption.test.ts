import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadSqlite, type SqliteDatabase } from '../../../main/node/sqlite/sqlite-driver.ts';
import { createLedgerKey, type LedgerKeys, noLedgerKeys } from '../../../main/node/secrets/ledger-key.ts';
import { readCheck, isWiped } from '../../../main/node/store/names/encryption.ts';
import { convertNames } from '../../../main/node/store/names/convert-names.ts';
import { withLedgerKeys } from '../../../main/node/store/names/ledger-keys.ts';
import { openLedger } from '../../../main/node/store/open-ledger.ts';
import { listSetAside, readEncryptionState } from '../../../main/node/store/names/read-encryption.ts';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { batchOf, cursorOf, eventOf, readingOf, sampleMs } from '../../support/ledger-samples.ts';
import { sqliteDrivers } from '../../support/ledger-stores.ts';
import { storyBatch } from '../../support/ledger-story.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const [keyA, keyB] = [createLedgerKey(), createLedgerKey()];
const sealedWith = (...keys: readonly string[]): LedgerKeys => ({ keys, wanted: 'sealed' });
const withKeys = (...keys: readonly string[]): LedgerKeys => ({ keys, wanted: 'as-it-is' });
const decryptedFrom = (...keys: readonly string[]): LedgerKeys => ({ keys, wanted: 'plain' });

/** Names that nothing else contains, so that a search of the files' bytes finds them wherever they are. */
const secrets = ['/home/ann/zebrafish', 'zebrafish-branch', 'zebrafish-account', 'zebrafish-team', 'zebrafish-box'];
const logPath = '/home/ann/zebrafish/log.jsonl';
const namedBatch = batchOf(
  [
    {
      kind: 'event',
      event: eventOf({
        project: '/home/ann/zebrafish',
        branch: 'zebrafish-branch',
        account: 'zebrafish-account',
        device: 'zebrafish-box',
      }),
    },
    // A project may have the name of something that is not encrypted.
    { kind: 'event', event: eventOf({ key: 'claude-code:msg_2:req_2', project: 'claude-opus-5', branch: 'cli' }) },
    {
      kind: 'limit',
      reading: readingOf({
        name: 'zebrafish-team',
        scope: 'spend',
        label: 'zebrafish-team',
        account: 'zebrafish-account',
      }),
    },
  ],
  { path: logPath, source: 'claude-code' },
);

function open(folder: string, keys: LedgerKeys, mode: 'read' | 'write' = 'write', driver = sqliteDrivers[0]) {
  return openLedger({ folder, mode, nowMs: sampleMs, keys, ...(driver && { driver }) });
}

function use<Value>(
  folder: string,
  keys: LedgerKeys,
  work: (store: Extract<ReturnType<typeof open>, { ok: true }>['value']['store']) => Value,
  mode: 'read' | 'write' = 'write',
  driver = sqliteDrivers[0],
): Value {
  const opened = open(folder, keys, mode, driver);
  if (!opened.ok) throw new Error(opened.error.problem.id);
  try {
    return work(opened.value.store);
  } finally {
    opened.value.store.close();
  }
}

const dump = (folder: string, keys: LedgerKeys, driver = sqliteDrivers[0]): string =>
  use(folder, keys, dumpLedger, 'write', driver);

/** A ledger of which everything was written without encryption. */
function makePlain(): { readonly folder: string; readonly contents: string } {
  const folder = makeFolder();
  use(folder, noLedgerKeys, (store) => {
    store.apply([namedBatch]);
    store.recordActivity({ added: [], raised: [], cursors: new Map([[`history:${secrets[0]}`, 'zebrafish-branch']]) });
    for (let index = 0; index < 40; index += 1) store.apply([storyBatch(index)]);
  });
  return { folder, contents: dump(folder, noLedgerKeys) };
}

/** Opens the file of a ledger without regard to what it is. */
function withDatabase<Value>(folder: string, work: (database: SqliteDatabase) => Value, keys = noLedgerKeys): Value {
  const found = loadSqlite();
  if (!found.ok) throw new Error('there is no SQLite');
  const database = withLedgerKeys(found.value, keys).open(path.join(folder, 'ledger.db'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Which of the names are in any file of the folder. */
function findNames(folder: string): readonly string[] {
  const bytes = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)));
  return secrets.filter((secret) => bytes.some((content) => content.includes(secret)));
}

describe.each(sqliteDrivers)('names in a ledger (%s)', (driver) => {
  it('are nowhere in its files when it was encrypted from the start, and are found again', () => {
    const folder = makeFolder();
    const opened = open(folder, withKeys(keyA), 'write', driver);
    if (!opened.ok) throw new Error(opened.error.problem.id);
    opened.value.store.apply([namedBatch]);
    expect(opened.value.store.cursor(logPath)?.path).toBe(logPath);
    // Also in the write-ahead log.
    expect(findNames(folder)).toEqual([]);
    opened.value.keepInPlace(sampleMs);
    opened.value.store.close();
    expect(findNames(folder)).toEqual([]);

    const plain = makeFolder();
    use(plain, noLedgerKeys, (store) => store.apply([namedBatch]));
    expect(findNames(plain)).toEqual(secrets);
    expect(dump(folder, withKeys(keyA))).toBe(dump(plain, noLedgerKeys));
    // Read again, nothing is new.
    use(folder, withKeys(keyA), (store) => store.apply([namedBatch]));
    expect(dump(folder, withKeys(keyA))).toBe(dump(plain, noLedgerKeys));
  });

  it('disappear from files when they are encrypted later, and from the daily copy', () => {
    const { folder, contents } = makePlain();
    writeFileSync(path.join(folder, 'ledger.copy.db'), secrets.join());
    expect(findNames(folder)).toEqual(secrets);
    expect(dump(folder, sealedWith(keyA), driver)).toBe(contents);
    expect(findNames(folder)).toEqual([]);
    expect(readEncryptionState(folder, withKeys(keyA))).toBe('sealed');
    expect(readEncryptionState(folder, withKeys(keyB))).toBe('locked');
  });

  it('list cursors in the order of their paths, which encrypted ones do not have', () => {
    const paths = [...'hbfdgaec'].map((letter) => `/logs/${letter}`);
    const batches = paths.map((each) => ({ records: [], cursor: cursorOf({ path: each }) }));
    for (const keys of [withKeys(keyA), noLedgerKeys]) {
      const found = use(
        makeFolder(),
        keys,
        (store) => {
          store.apply(batches);
          return [...store.cursors().keys()];
        },
        'write',
        driver,
      );
      expect(found).toEqual(paths.toSorted());
    }
  });

  it('are not encrypted in a new ledger for which a key is there but not wanted', () => {
    const folder = makeFolder();
    use(folder, decryptedFrom(keyA), (store) => store.apply([namedBatch]), 'write', driver);
    expect(readEncryptionState(folder, noLedgerKeys)).toBe('plain');
    expect(findNames(folder)).toEqual(secrets);
    const rows = withDatabase(folder, (database) => database.prepare('SELECT * FROM encryption').all());
    expect(rows).toEqual([]);
  });

  it('are the same after rotation and after decryption', () => {
    const { folder, contents } = makePlain();
    for (const keys of [sealedWith(keyA), sealedWith(keyB, keyA), withKeys(keyB), sealedWith(keyB)]) {
      expect(dump(folder, keys, driver)).toBe(contents);
    }
    expect(readEncryptionState(folder, withKeys(keyA))).toBe('locked');
    expect(dump(folder, decryptedFrom(keyB), driver)).toBe(contents);
    expect(readEncryptionState(folder, noLedgerKeys)).toBe('plain');
    expect(dump(folder, noLedgerKeys)).toBe(contents);
    expect(findNames(folder)).toEqual(secrets);
  });
});

describe('a ledger whose names are encrypted with another key', () => {
  it('is not written, and shows totals with hidden names that stay apart', () => {
    const { folder, contents } = makePlain();
    dump(folder, sealedWith(keyA));
    for (const keys of [noLedgerKeys, sealedWith(keyB), decryptedFrom(keyB)]) {
      const opened = open(folder, keys);
      expect(opened).toMatchObject({
        ok: false,
        error: { reason: 'locked', problem: { id: 'ledger-locked', parameters: { hasKey: keys.keys.length > 0 } } },
      });
    }
    const sum = (keys: LedgerKeys) =>
      use(folder, keys, (store) => store.sums({ boundariesMs: [], groupBy: ['project'] }), 'read');
    const [known, hidden] = [sum(withKeys(keyA)), sum(noLedgerKeys)];
    expect(hidden.map(({ usage }) => usage)).toHaveLength(known.length);
    const total = (cells: typeof known): number => cells.reduce((all, { usage }) => all + usage.outputTokens, 0);
    expect(total(hidden)).toBe(total(known));
    expect(new Set(hidden.map(({ project }) => project)).size).toBe(new Set(known.map(({ project }) => project)).size);
    expect(hidden.every(({ project }) => project === null || /^•••[\w-]{6}$/.test(project))).toBe(true);
    expect(hidden.some(({ model }) => model === 'claude-opus-5')).toBe(true);
    expect(use(folder, noLedgerKeys, (store) => store.cursor(logPath), 'read')).toBeUndefined();
    expect(use(folder, withKeys(keyA), (store) => store.cursor(logPath)?.path, 'read')).toBe(logPath);
    expect(dump(folder, withKeys(keyA))).toBe(contents);
  });

  it('is not taken in by another one, and stays where it is', () => {
    const { folder } = makePlain();
    dump(folder, sealedWith(keyA));
    const other = makeFolder();
    const aside = path.join(other, 'ledger.rescued-2026-05-01.db');
    writeFileSync(aside, readFileSync(path.join(folder, 'ledger.db')));
    const opened = open(other, sealedWith(keyB));
    if (!opened.ok) throw new Error(opened.error.problem.id);
    expect(opened.value.problem?.id).toBe('ledger-restore-failed');
    expect(opened.value.store.stats()).toEqual([]);
    opened.value.store.close();
    expect(existsSync(aside)).toBe(true);
  });

  it('keeps its names with the right key even if nothing can tell that it fits', () => {
    const { folder, contents } = makePlain();
    dump(folder, sealedWith(keyA));
    const driver = loadSqlite();
    if (!driver.ok) throw new Error('there is no SQLite');
    const database = driver.value.open(path.join(folder, 'ledger.db'));
    database.exec('DROP TABLE encryption; DROP TABLE activity_cursors');
    database.close();
    const events = (text: string) => text.split('\n').filter((line) => line.startsWith('event '));
    expect(events(dump(folder, withKeys(keyA)))).toEqual(events(contents));
    expect(findNames(folder)).toEqual([]);
  });

  it('has no names that are encrypted when its schema is older than encryption', () => {
    const folder = makeFolder();
    const older = fileURLToPath(new URL('../../fixtures/ledgers/schema-3.db', import.meta.url));
    copyFileSync(older, path.join(folder, 'ledger.db'));
    expect(readEncryptionState(folder, withKeys(keyA))).toBe('plain');
    const found = withDatabase(folder, (database) => [readCheck(database), isWiped(database)], withKeys(keyA));
    expect(found).toEqual([null, true]);
    expect(readEncryptionState(makeFolder(), withKeys(keyA))).toBe('none');
  });

  it('is not begun without encryption where a key is wanted and none is given', () => {
    const folder = makeFolder();
    for (const wanted of ['missing', 'invalid'] as const) {
      expect(open(folder, { keys: [], wanted })).toMatchObject({
        ok: false,
        error: { reason: 'locked', problem: { id: 'ledger-key', parameters: { reason: wanted } } },
      });
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a ledger whose names were encrypted on a full disk', () => {
  it('opens, and is wiped by the next writer', () => {
    const { folder, contents } = makePlain();
    const found = loadSqlite();
    if (!found.ok) throw new Error('there is no SQLite');
    const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
    const driver = withLedgerKeys(found.value, sealedWith(keyA));
    const database = driver.open(path.join(folder, 'ledger.db'));
    const run = database.exec.bind(database);
    database.exec = (sql) => {
      if (sql === 'VACUUM') throw full;
      run(sql);
    };
    expect(convertNames(database)).toBe(true);
    database.close();
    expect(readEncryptionState(folder, withKeys(keyA))).toBe('unwiped');
    expect(dump(folder, withKeys(keyA))).toBe(contents);
    expect(findNames(folder)).toEqual([]);
  });

  it('reports what else keeps SQLite from wiping it', () => {
    const { folder } = makePlain();
    const failWith = (errcode: number): unknown =>
      withDatabase(
        folder,
        (database) => {
          const run = database.exec.bind(database);
          database.exec = (sql) => {
            if (sql === 'VACUUM') throw Object.assign(new Error('it failed'), { errcode });
            run(sql);
          };
          return convertNames(database);
        },
        sealedWith(keyA),
      );
    expect(() => failWith(11)).toThrow('it failed');
    expect(readEncryptionState(folder, withKeys(keyA))).toBe('unwiped');
    // Full, in use, or not read by the disk right now: the next writer tries again.
    for (const errcode of [13, 5, 10]) expect(failWith(errcode)).toBe(true);
  });

  it('is wiped by the next writer, too, when a reader held on to what was there', () => {
    const { folder } = makePlain();
    const found = loadSqlite();
    if (!found.ok) throw new Error('there is no SQLite');
    const reader = found.value.open(path.join(folder, 'ledger.db'), { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM texts').get();
    const database = withLedgerKeys(found.value, sealedWith(keyA)).open(path.join(folder, 'ledger.db'));
    convertNames(database);
    expect(database.prepare('SELECT is_clean FROM encryption').get()).toEqual({ is_clean: 0 });
    reader.close();
    database.close();
    use(folder, withKeys(keyA), () => undefined);
    expect(findNames(folder)).toEqual([]);
  });
});

describe('a ledger whose names are being encrypted by a process that is killed', () => {
  it('holds all of them, the one way or the other', async () => {
    const { folder, contents } = makePlain();
    const script = fileURLToPath(new URL('../../support/ledger-converter.ts', import.meta.url));
    for (let kills = 0; kills < 4; kills += 1) {
      const delayMs = Math.random() * 40;
      const child = spawn(process.execPath, [script, folder, keyA, keyB], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(child, 'close');
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      child.kill('SIGKILL');
      await ended;
      const opened = open(folder, withKeys(keyA, keyB));
      if (!opened.ok) throw new Error(opened.error.problem.id);
      expect(opened.value.problem).toBeNull();
      expect(dumpLedger(opened.value.store), `killed after ${delayMs} ms`).toBe(contents);
      opened.value.store.close();
      if (readEncryptionState(folder, withKeys(keyA, keyB)) === 'sealed') expect(findNames(folder)).toEqual([]);
    }
  });
});

describe('ledgers beside the one in use', () => {
  it('are listed: those that were set aside, but no other file', async () => {
    const folder = makeFolder();
    const aside = ['ledger.corrupt-20260501T100000Z.db', 'ledger.newer-20260501T100000Z-2.db', 'ledger.rescued-1.db'];
    const others = [
      'ledger.db',
      'ledger.copy.db',
      'ledger.corrupt-1.db-wal',
      'my-ledger.corrupt-1.db',
      'ledger.1-1.db',
    ];
    for (const name of [...aside, ...others]) writeFileSync(path.join(folder, name), '');
    expect(await listSetAside(folder)).toEqual(aside.map((name) => path.join(folder, name)));
    expect(await listSetAside(path.join(folder, 'nothing'))).toEqual([]);
  });
});
