import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';
import { namesOf } from '../names/encryption.ts';
import { InconsistentLedgerError } from '../store-errors.ts';

/** The table of texts: each text is stored once, under a number. */
export interface TextTable {
  /** The number of a text; adds the text if it is new. */
  idOf(text: string): number;
  /** Like `idOf`, with null for no text. */
  idOrNull(text: string | null): number | null;
  /** The number of the name of a project, a branch, an account …, which may be encrypted; null for no name. */
  idOfName(name: string | null): number | null;
  textOf(id: number): string;
  /** Caches ids until `forget`, for the duration of a transaction, which asks for the same few texts again and again. */
  remember(): void;
  forget(): void;
}

/** More distinct texts than a transaction usually needs. */
const maxRemembered = 2_000;

/** Builds the access to the table `texts`. */
export function createTextTable(database: SqliteDatabase): TextTable {
  const names = namesOf(database);
  const find = database.prepare('SELECT id FROM texts WHERE text = ?');
  const add = database.prepare('INSERT INTO texts (text) VALUES (?) RETURNING id');
  const read = database.prepare('SELECT text FROM texts WHERE id = ?');
  let ids: Map<string, number> | null = null;

  const idOf = (text: string): number => {
    const known = ids?.get(text);
    if (known !== undefined) return known;
    const id = Number((find.get(text) ?? add.get(text))?.['id']);
    if (ids !== null && ids.size < maxRemembered) ids.set(text, id);
    return id;
  };
  const textOf = (id: number): string => {
    const row = read.get(id);
    if (row === undefined) throw new InconsistentLedgerError(`the ledger lacks text ${id}`);
    return names.open(String(row['text']));
  };
  return {
    idOf,
    textOf,
    idOrNull: (text) => (text === null ? null : idOf(text)),
    idOfName: (name) => (name === null ? null : idOf(names.seal(name))),
    remember: () => void (ids = new Map()),
    forget: () => void (ids = null),
  };
}
