import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { openForWriting } from '../../../main/node/store/open-database.ts';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { createSqliteLedger } from '../../../main/node/store/sqlite-ledger.ts';
import { toStoreFailure } from '../../../main/node/store/store-errors.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import { sqliteDrivers } from '../../support/ledger-stores.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { createTinySource, makeFolder, makeIngest, put, toLine } from './harness.ts';

describe.each(sqliteDrivers)('a disk without room for the ledger (%s)', (name) => {
  it('stops reading with a clear sentence; with space it resumes automatically, and nothing is counted twice', async () => {
    const folder = makeFolder();
    const logs = join(folder, 'logs');
    const lines = Array.from({ length: 2_500 }, (_, index) => toLine(`r${index}`, 3));
    const path = put(logs, 'a.jsonl', lines.slice(0, 500).join(''));
    const driver = loadSqlite(name);
    if (!driver.ok) throw new Error(driver.error);
    const opened = openForWriting(driver.value, join(folder, 'ledger.db'), false);
    if (opened.state !== 'open') throw new Error(opened.state);
    const { database } = opened;
    const ledger = createSqliteLedger(database, opened.close);
    let tries = 0;
    const store: LedgerStore = {
      ...ledger,
      apply(batches) {
        tries += 1;
        return ledger.apply(batches);
      },
    };
    const ingest = makeIngest([createTinySource([logs])], store, {
      timing: { heartbeatMs: 20, sweepMs: 100 },
    });
    await ingest.watch();
    // Its current number of pages, and a few more: SQLite then fails as it does on a full disk.
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${pages + 40}`);
    appendFileSync(path, lines.slice(500).join(''));
    await waitUntil('the failure', () => ingest.progress().phase === 'failed');
    expect(toStoreFailure(ingest.failure(), folder)).toEqual({ kind: 'disk-full' });
    const triesSoFar = tries;
    await waitUntil('further tries', () => tries > triesSoFar + 2);
    expect(ingest.progress().phase).toBe('failed');
    expect(ingest.failure()).not.toBeNull();

    database.exec('PRAGMA max_page_count = 1073741823');
    await waitUntil('the rest', () => ingest.progress().phase === 'watching' && store.stats()[0]?.events === 2_500);
    expect(ingest.failure()).toBeNull();
    const memory = createMemoryLedger();
    await makeIngest([createTinySource([logs])], memory).scan();
    expect(dumpLedger(ledger)).toBe(dumpLedger(memory));
    await ingest.stop();
    ledger.close();
  });
});
