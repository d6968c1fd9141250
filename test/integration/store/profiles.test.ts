import { describe, expect, it } from 'vitest';
import { openForWriting } from '../../../main/node/store/open-database.ts';
import { createProfileTable, findProfileSql } from '../../../main/node/store/tables/profiles.ts';
import { createTextTable } from '../../../main/node/store/tables/texts.ts';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import type { SessionId } from '../../../shared/domain/ids.ts';
import { defaultProfile, textFields } from '../../../shared/domain/profile-fields.ts';
import { toDimensions } from '../../../shared/ledger/profile.ts';
import { sqliteDrivers } from '../../support/ledger-stores.ts';

describe.each(sqliteDrivers)('a profile (%s)', (name) => {
  it('is found by all its fields together, also among thousands in one session', () => {
    const driver = loadSqlite(name);
    if (!driver.ok) throw new Error(driver.error);
    const opened = openForWriting(driver.value, ':memory:', false);
    if (opened.state !== 'open') throw new Error(opened.state);
    const plan = opened.database
      .prepare(`EXPLAIN QUERY PLAN ${findProfileSql}`)
      .all(...textFields.map(({ isNullable }) => (isNullable ? null : 1)), 0)
      .map((row) => String(row['detail']));
    const columns = [...textFields.map(({ column }) => column), 'traits'];
    expect(plan).toEqual([
      `SEARCH profiles USING COVERING INDEX profiles_by_contents (${columns.map((column) => `${column}=?`).join(' AND ')})`,
    ]);
    opened.close();
  });

  it('is read with those that are needed next, all at once and as it was written', () => {
    const driver = loadSqlite(name);
    if (!driver.ok) throw new Error(driver.error);
    const opened = openForWriting(driver.value, ':memory:', false);
    if (opened.state !== 'open') throw new Error(opened.state);
    const { database } = opened;
    const write = createProfileTable(database, createTextTable(database));
    const profiles = Array.from({ length: 40 }, (_, id) => ({
      ...defaultProfile,
      sessionId: `session-${id}` as SessionId,
    }));
    const ids = profiles.map((profile) => write.idOf(profile));
    const table = createProfileTable(database, createTextTable(database));
    table.readAhead([...ids, ...ids]);
    // What is in memory needs no ledger any more.
    database.exec('DELETE FROM profiles');
    expect(ids.map((id) => table.profileOf(id))).toEqual(profiles);
    expect(ids.map((id) => table.dimensionsOf(id))).toEqual(profiles.map(toDimensions));
    opened.close();
  });
});
