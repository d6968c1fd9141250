import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { schemaVersion } from '../../../main/node/store/schema/schema.ts';
import { profileFields, profileFieldNames } from '../../../shared/domain/profile-fields.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { dumpFolder, openOrThrow, sqliteDrivers } from '../../support/ledger-stores.ts';
import { fixtureBatches, fixtureCompaction, storyBatch } from '../../support/ledger-story.ts';
import { variedFields, varietyBatch } from '../../support/ledger-variety.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const fixtures = fileURLToPath(new URL('../../fixtures/ledgers/', import.meta.url));

/** A folder with the ledger that was written when the newest schema was new. */
function copyNewest(): string {
  const folder = makeFolder();
  copyFileSync(path.join(fixtures, `schema-${schemaVersion}.db`), path.join(folder, 'ledger.db'));
  return folder;
}

/** The definitions of all tables and indexes of the ledger in a folder, by name. */
function readDefinitions(folder: string, name: (typeof sqliteDrivers)[number]): unknown {
  const driver = loadSqlite(name);
  if (!driver.ok) throw new Error(driver.error);
  const database = driver.value.open(path.join(folder, 'ledger.db'), { readOnly: true });
  const rows = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name`).all();
  database.close();
  return rows.map((row) => [row['name'], String(row['sql']).replaceAll(/\s+/g, ' ')]);
}

// A column that a released schema lacks must not claim to have been in it: ledgers of that schema are not migrated again.

describe('the newest schema', () => {
  it('has a ledger among the fixtures: run test/support/write-ledger-fixture.ts with a new schema', () => {
    expect(readdirSync(fixtures)).toContain(`schema-${schemaVersion}.db`);
  });

  it('has every field of a profile in it, with a value of its own', () => {
    expect([...variedFields].sort()).toEqual([...profileFieldNames].sort());
  });

  it('leaves fields that came later empty in older profiles', () => {
    for (const name of profileFieldNames) {
      const field = profileFields[name];
      if ('since' in field) expect([name, field.defaultValue]).toEqual([name, null]);
    }
  });
});

describe.each(sqliteDrivers)('a ledger of the newest schema (%s)', (driver) => {
  it('has the tables that a new one gets', () => {
    const fresh = makeFolder();
    openOrThrow(fresh, 'write', driver).store.close();
    expect(readDefinitions(fresh, driver)).toEqual(readDefinitions(copyNewest(), driver));
  });

  it('is read with all its contents, and continued', () => {
    const folder = copyNewest();
    const memory = createMemoryLedger();
    for (const batch of fixtureBatches(schemaVersion)) memory.apply([batch]);
    memory.compact(fixtureCompaction);
    const { store, problem } = openOrThrow(folder, 'write', driver);
    expect(problem).toBeNull();
    expect(dumpLedger(store)).toBe(dumpLedger(memory));
    const query = { boundariesMs: [], groupBy: ['account', 'device', 'project'] } as const;
    expect(store.sums(query)).toEqual(memory.sums(query));
    for (const ledger of [store, memory]) ledger.apply([storyBatch(40), varietyBatch(schemaVersion)]);
    store.close();
    expect(dumpFolder(folder, driver)).toBe(dumpLedger(memory));
  });
});
