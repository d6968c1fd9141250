import { textFields } from '../../../../shared/domain/profile-fields.ts';
import { type SqliteDatabase, sqliteCodes, toSqliteCode } from '../../sqlite/sqlite-driver.ts';
import { isWiped, noteWiped, readCheck, requireNames, writeCheck } from './encryption.ts';
import { ledgerKeysOf } from './ledger-keys.ts';
import { fitsCheck, type NameCipher } from './name-cipher.ts';
import { runTransaction } from '../transaction.ts';

const isBudget = `scope = (SELECT id FROM texts WHERE text = 'spend')`;

type Column = readonly [table: string, column: string, condition?: string];

/** Where the ledger refers to names: see `idOfName`. */
const nameColumns: readonly Column[] = [
  ...textFields.flatMap((field): readonly Column[] => ('isName' in field ? [['profiles', field.column]] : [])),
  ['limits', 'account'],
  ['limit_readings', 'label'],
  // Budgets are named after keys, teams and people.
  ['limits', 'name', isBudget],
];

/** Names that are stored in place, not by a number. */
const ownTexts: readonly Column[] = [
  ['cursors', 'path'],
  ['cursors', 'reader_state'],
  ['activity_cursors', 'name'],
  ['activity_cursors', 'state'],
];

/**
 * Brings an open ledger in line with its keys: encrypts its names with the first key, or decrypts them, in one
 * transaction; then rewrites the file, so that no trace of the old names is left. Does nothing if the names are already
 * as required. A process that is killed leaves either state; what is still to be wiped is wiped by the next writer,
 * also if there was no room for the second file that rewriting needs. Returns whether anything was changed. Throws
 * `LockedLedgerError` when no key fits, and what SQLite throws.
 */
export function convertNames(database: SqliteDatabase): boolean {
  const { keys, wanted } = ledgerKeysOf(database);
  const from = requireNames(database);
  const target = wanted === 'plain' ? null : (keys[0] ?? null);
  const isWanted = (wanted !== 'sealed' && wanted !== 'plain') || isUnder(database, target);
  if (!isWanted) {
    runTransaction(database, () => {
      const to = writeCheck(database, target, false);
      convertTexts(database, from, to);
      for (const column of ownTexts) convertOwnTexts(database, column, from, to);
    });
  }
  const mustWipe = !isWiped(database);
  if (mustWipe) wipe(database);
  return !isWanted || mustWipe;
}

/** Whether names are encrypted with the key, or not at all (null). */
function isUnder(database: SqliteDatabase, key: string | null): boolean {
  const check = readCheck(database);
  return key === null ? check === null : check !== null && fitsCheck(key, check);
}

function convertTexts(database: SqliteDatabase, from: NameCipher, to: NameCipher): void {
  const find = database.prepare('SELECT id FROM texts WHERE text = ?');
  const add = database.prepare('INSERT INTO texts (text) VALUES (?)');
  const change = database.prepare('UPDATE texts SET text = ? WHERE id = ?');
  const others = readIds(database, findOtherColumns(database));
  const moved = new Map<number, number>();
  for (const [id, text] of readTexts(database, readIds(database, nameColumns))) {
    const next = to.seal(from.open(text));
    const known = find.get(next);
    if (known === undefined && !others.has(id)) {
      change.run(next, id);
      continue;
    }
    // Something else has the same text, before or after.
    if (known === undefined) add.run(next);
    moved.set(id, Number((known ?? find.get(next))?.['id']));
  }
  for (const [table, column, condition = 'true'] of nameColumns) {
    const move = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ? AND ${condition}`);
    for (const [id, next] of moved) if (next !== id) move.run(next, id);
  }
  const remove = database.prepare('DELETE FROM texts WHERE id = ?');
  for (const [id, next] of moved) if (next !== id && !others.has(id)) remove.run(id);
}

/** All other references to texts, which are not names: derived, so that a new column cannot be forgotten. */
function findOtherColumns(database: SqliteDatabase): readonly Column[] {
  const references = database
    .prepare(
      `SELECT tables.name AS "table", links."from" AS "column"
      FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS links
      WHERE tables.type = 'table' AND links."table" = 'texts'`,
    )
    .all();
  const others = references.flatMap((row): readonly Column[] => {
    const [table, column] = [String(row['table']), String(row['column'])];
    const name = nameColumns.find((each) => each[0] === table && each[1] === column);
    if (name === undefined) return [[table, column]];
    const [, , condition] = name;
    return condition === undefined ? [] : [[table, column, `NOT ${condition}`]];
  });
  // There, 0 means no session, so it is not a reference.
  return [...others, ['process_samples', 'session']];
}

function readIds(database: SqliteDatabase, columns: readonly Column[]): ReadonlySet<number> {
  const ids = columns.flatMap(([table, column, condition = 'true']) =>
    database
      .prepare(`SELECT DISTINCT ${column} AS id FROM ${table} WHERE ${column} IS NOT NULL AND ${condition}`)
      .all()
      .map((row) => Number(row['id'])),
  );
  return new Set(ids);
}

function readTexts(database: SqliteDatabase, ids: ReadonlySet<number>): readonly (readonly [number, string])[] {
  return database
    .prepare('SELECT id, text FROM texts')
    .all()
    .flatMap((row) => (ids.has(Number(row['id'])) ? [[Number(row['id']), String(row['text'])] as const] : []));
}

function convertOwnTexts(database: SqliteDatabase, [table, column]: Column, from: NameCipher, to: NameCipher): void {
  const change = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`);
  for (const row of database.prepare(`SELECT DISTINCT ${column} AS text FROM ${table}`).all()) {
    const stored = String(row['text']);
    change.run(to.seal(from.open(stored)), stored);
  }
}

/** Temporary failures: the disk is full, or another process is reading. */
const passing: ReadonlySet<number | null> = new Set([sqliteCodes.full, sqliteCodes.busy, sqliteCodes.io]);

/**
 * Unused pages and the log may hold the old names. The file is only rewritten when the log is folded into it, which
 * readers can delay.
 */
function wipe(database: SqliteDatabase): void {
  try {
    database.exec('VACUUM');
    const folded = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (Number(folded?.['busy']) === 0) noteWiped(database);
  } catch (error) {
    if (!passing.has(toSqliteCode(error))) throw error;
  }
}
