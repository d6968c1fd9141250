import { expect, it } from 'vitest';
import { createLedgerTables, createWriteTables } from '../../../main/node/store/tables/ledger-tables.ts';
import { openForWriting } from '../../../main/node/store/open-database.ts';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { sqliteDrivers } from '../../support/ledger-stores.ts';

it.each(sqliteDrivers)('numbers of texts are forgotten with the transaction that failed (%s)', (name) => {
  const driver = loadSqlite(name);
  if (!driver.ok) throw new Error(driver.error);
  const opened = openForWriting(driver.value, ':memory:', false);
  if (opened.state !== 'open') throw new Error(opened.state);
  const tables = createLedgerTables(opened.database);
  const { texts, threads } = tables;
  const write = createWriteTables(opened.database, tables);
  const failed = (): void =>
    write(() => {
      texts.idOf('lost');
      threads.idOf('source', 'thread');
      throw new Error('disk full');
    });
  expect(failed).toThrow('disk full');
  // Takes the number that was taken back.
  expect(texts.textOf(texts.idOf('other'))).toBe('other');
  expect(texts.textOf(texts.idOf('lost'))).toBe('lost');
  const ids = write(() => [texts.idOf('new'), texts.idOf('new'), threads.idOf('source', 'thread')]);
  expect(ids[0]).toBe(ids[1]);
  expect(threads.nameOf(ids[2]!)).toBe('thread');
  opened.close();
});
