import {
  defaultProfile,
  type Profile,
  type ProfileDimensions,
  textFields,
} from '../../../../shared/domain/profile-fields.ts';
import { packChoices, unpackChoices } from '../../../../shared/ledger/profile-choices.ts';
import { isSameProfile, toDimensions, toProfileKey } from '../../../../shared/ledger/profile.ts';
import type { SqliteDatabase, SqliteRow, SqliteStatement, SqliteValue } from '../../sqlite/sqlite-driver.ts';
import { namesOf } from '../names/encryption.ts';
import type { NameCipher } from '../names/name-cipher.ts';
import { InconsistentLedgerError } from '../store-errors.ts';
import type { TextTable } from './texts.ts';

/** The table of profiles: each combination is stored once, under a number. */
export interface ProfileTable {
  /** The number of a profile; adds it if it is new. */
  idOf(profile: Profile): number;
  profileOf(id: number): Profile;
  /** The fields of a profile that sums contain, and nothing else. */
  dimensionsOf(id: number): ProfileDimensions;
  /**
   * Loads the profiles that are needed next in one query, at most `maxReadAhead`: many single reads take far longer.
   */
  readAhead(ids: Iterable<number>): void;
  /** Clears the cache: numbers assigned since the last commit are invalid after a rollback. */
  forget(): void;
}

/** Profiles that can be loaded at once, and are then in the cache. */
export const maxReadAhead = 10_000;
/** Up to this many are read just as fast one by one. */
const minReadAhead = 8;
/** More sessions than anyone has open at once; keeps memory bounded over years of history. */
const maxRemembered = 20_000;

/** All columns except the id: the texts, and all choices in one number. */
const columns = [...textFields.map(({ column }) => column), 'traits'];

/** Finds a profile by all its columns, using an index of all of them: a session may have thousands. */
export const findProfileSql = `
  SELECT id FROM profiles WHERE ${[...textFields.map(({ column, isNullable }) => `${column} ${isNullable ? 'IS' : '='} ?`), 'traits = ?'].join(' AND ')}`;

/**
 * Builds the access to the table `profiles`. A table of an older schema can be read; missing columns have their
 * default.
 */
export function createProfileTable(database: SqliteDatabase, texts: TextTable): ProfileTable {
  const names = namesOf(database);
  const known = new Set(readColumns(database));
  const fields = textFields.filter(({ column }) => known.has(column));
  const select = `
    SELECT profiles.id AS id, traits,
      ${fields.map(({ column }) => `(profiles.${column} IS NOT NULL AND ${column}.text IS NULL)`).join(' OR ')} AS lacks_text,
      ${fields.map(({ column }) => `${column}.text AS ${column}`).join(', ')} FROM profiles
    ${fields.map(({ column }) => `LEFT JOIN texts AS ${column} ON ${column}.id = profiles.${column}`).join(' ')}`;
  const read = database.prepare(`${select} WHERE profiles.id = ?`);
  const readMany = database.prepare(`${select} WHERE profiles.id IN (SELECT value FROM json_each(?))`);
  let writing: { readonly find: SqliteStatement; readonly add: SqliteStatement } | null = null;
  const ids = new Map<string, number>();
  const profiles = new Map<number, Profile>();
  const dimensions = new WeakMap<Profile, ProfileDimensions>();
  /** Usually also the next event's profile. */
  let latest: { readonly profile: Profile; readonly id: number } | null = null;

  const findOrAdd = (profile: Profile): number => {
    writing ??= {
      find: database.prepare(findProfileSql),
      add: database.prepare(
        `INSERT INTO profiles (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ),
    };
    const values: readonly SqliteValue[] = [
      ...textFields.map((field) => {
        const text = profile[field.name] as string | null;
        return 'isName' in field ? texts.idOfName(text) : texts.idOrNull(text);
      }),
      packChoices(profile),
    ];
    let row = writing.find.get(...values);
    if (row === undefined) {
      writing.add.run(...values);
      row = writing.find.get(...values);
    }
    return Number(row?.['id']);
  };

  const profileOf = (id: number): Profile => {
    let profile = profiles.get(id);
    if (profile === undefined) {
      const row = read.get(id);
      if (row === undefined) throw new InconsistentLedgerError(`the ledger lacks profile ${id}`);
      profile = toProfile(row, names);
      if (profiles.size >= 2 * maxRemembered) profiles.clear();
      profiles.set(id, profile);
    }
    return profile;
  };

  return {
    profileOf,
    dimensionsOf(id) {
      const profile = profileOf(id);
      let found = dimensions.get(profile);
      if (found === undefined) dimensions.set(profile, (found = toDimensions(profile)));
      return found;
    },
    idOf(profile) {
      if (latest !== null && isSameProfile(latest.profile, profile)) return latest.id;
      const key = toProfileKey(profile);
      let id = ids.get(key);
      if (id === undefined) {
        id = findOrAdd(profile);
        if (ids.size >= maxRemembered) ids.clear();
        ids.set(key, id);
      }
      latest = { profile, id };
      return id;
    },
    readAhead(ids) {
      const missing = [...new Set(ids)].filter((id) => !profiles.has(id));
      if (missing.length < minReadAhead) return;
      if (profiles.size >= maxRemembered) profiles.clear();
      for (const row of readMany.all(JSON.stringify(missing))) profiles.set(Number(row['id']), toProfile(row, names));
    },
    forget() {
      ids.clear();
      profiles.clear();
      latest = null;
    },
  };
}

function readColumns(database: SqliteDatabase): readonly string[] {
  return database
    .prepare(`SELECT name FROM pragma_table_info('profiles')`)
    .all()
    .map((row) => String(row['name']));
}

function toProfile(row: SqliteRow, names: NameCipher): Profile {
  if (row['lacks_text'] !== 0) throw new InconsistentLedgerError(`the ledger lacks a text of profile ${row['id']}`);
  const choices = unpackChoices(Number(row['traits']));
  const texts = textFields.flatMap(({ name, column }) =>
    row[column] == null ? [] : [[name, names.open(String(row[column]))]],
  );
  return { ...defaultProfile, ...choices, ...Object.fromEntries(texts) };
}
