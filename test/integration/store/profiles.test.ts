import { describe, expect, it } from 'vitest';
import { openForWriting } from '../../../main/node/store/open-database.ts';
import { findProfileSql } from '../../../main/node/store/profiles.ts';
import { loadSqlite } from '../../../main/node/sqlite-driver.ts';
import { textFields } from '../../../shared/domain/profile-fields.ts';
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
});
