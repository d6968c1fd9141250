import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../main/node/store/open-ledger.ts';
import { quarterHourMs } from '../../../shared/domain/instant.ts';
import { eventBatchOf, eventOf, sampleMs } from '../../support/ledger-samples.ts';
import { openOrThrow, sqliteDrivers } from '../../support/ledger-stores.ts';
import { runLedgerWriter } from '../../support/run-ledger-writer.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const all = { grainMs: quarterHourMs };

describe('the writer of a ledger', () => {
  it('is one process, until it is killed', async () => {
    const folder = makeFolder();
    const writer = runLedgerWriter(folder, 'hold');
    expect(await writer.nextLine()).toBe('open');
    for (const driver of sqliteDrivers) {
      const second = openLedger({ folder, mode: 'write', nowMs: sampleMs, driver });
      expect(second).toMatchObject({ ok: false, error: { reason: 'busy' } });
      const reader = openOrThrow(folder, 'read', driver);
      expect(reader.store.cells(all)).toEqual([]);
      reader.store.close();
    }
    await writer.kill();
    for (const driver of sqliteDrivers) openOrThrow(folder, 'write', driver).store.close();
  });

  it('lets others read what it has committed while it writes', async () => {
    const folder = makeFolder();
    const writer = runLedgerWriter(folder, 'pause');
    await writer.nextLine();
    await writer.nextLine();
    const { store } = openOrThrow(folder, 'read');
    const count = () => store.cells(all).reduce((sum, cell) => sum + cell.events, 0);
    const early = count();
    const earlyStats = store.stats()[0];
    expect(early).toBeGreaterThan(0);
    writer.resume();
    let line = await writer.nextLine();
    while (line !== null && line !== 'done') line = await writer.nextLine();
    expect(count()).toBeGreaterThan(early);
    expect(store.stats()[0]?.events).toBe(count());
    expect(store.stats()[0]?.events).not.toBe(earlyStats?.events);
    store.close();
  });
});

describe.each(sqliteDrivers)('a ledger opened for reading (%s)', (driver) => {
  it('cannot be written', () => {
    const folder = makeFolder();
    const { store: writer } = openOrThrow(folder, 'write', driver);
    const { store: reader } = openOrThrow(folder, 'read', driver);
    expect(() => reader.apply([eventBatchOf(eventOf({}))])).toThrow(/readonly|read-only/);
    writer.apply([eventBatchOf(eventOf({}))]);
    expect(reader.cells(all)).toHaveLength(1);
    writer.close();
    reader.close();
    // Closing twice is harmless, and the lock is free.
    writer.close();
    openOrThrow(folder, 'write', driver).store.close();
  });

  it('is opened even if something else was written to its lock file', () => {
    const folder = makeFolder();
    openOrThrow(folder, 'write', driver).store.close();
    writeFileSync(join(folder, 'writer.lock'), 'not a lock at all, '.repeat(300));
    const { store } = openOrThrow(folder, 'write', driver);
    expect(openLedger({ folder, mode: 'write', nowMs: sampleMs, driver })).toMatchObject({
      ok: false,
      error: { reason: 'busy' },
    });
    store.close();
  });

  it('is missing where none has been written', () => {
    const folder = makeFolder();
    const expectMissing = (): void =>
      expect(openLedger({ folder, mode: 'read', nowMs: sampleMs, driver })).toMatchObject({
        ok: false,
        error: { reason: 'missing', problem: { id: 'ledger-missing', parameters: { folder } } },
      });
    expectMissing();
    writeFileSync(join(folder, 'ledger.db'), '');
    expectMissing();
  });
});
