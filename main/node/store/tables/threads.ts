import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';
import type { TextTable } from './texts.ts';

/** The table of threads. Each family has its own number. */
export interface ThreadTable {
  /** The number of a thread; adds it, as a family of its own, if it is new. */
  idOf(source: string, name: string): number;
  nameOf(id: number): string;
  familyOf(id: number): number;
  /** Moves all threads of a family into another. */
  join(family: number, into: number): void;
  /** Clears the cache: numbers assigned since the last commit are invalid after a rollback. */
  forget(): void;
}

const maxRemembered = 20_000;

/** Builds the access to the table `threads`. */
export function createThreadTable(database: SqliteDatabase, texts: TextTable): ThreadTable {
  const find = database.prepare('SELECT id FROM threads WHERE source = ? AND name = ?');
  const add = database.prepare(`
    INSERT INTO threads (source, name, family) VALUES (?, ?, (SELECT coalesce(max(id), 0) + 1 FROM threads)) RETURNING id`);
  const readName = database.prepare('SELECT name FROM threads WHERE id = ?');
  const readFamily = database.prepare('SELECT family FROM threads WHERE id = ?');
  const moveFamily = database.prepare('UPDATE threads SET family = ? WHERE family = ?');
  const ids = new Map<string, number>();
  const names = new Map<number, string>();
  const families = new Map<number, number>();
  return {
    idOf(source, name) {
      const key = `${source}\0${name}`;
      let id = ids.get(key);
      if (id === undefined) {
        const values = [texts.idOf(source), texts.idOf(name)];
        id = Number((find.get(...values) ?? add.get(...values))?.['id']);
        if (ids.size >= maxRemembered) ids.clear();
        ids.set(key, id);
      }
      return id;
    },
    nameOf(id) {
      let name = names.get(id);
      if (name === undefined) {
        name = texts.textOf(Number(readName.get(id)?.['name']));
        if (names.size >= maxRemembered) names.clear();
        names.set(id, name);
      }
      return name;
    },
    familyOf(id) {
      let family = families.get(id);
      if (family === undefined) {
        family = Number(readFamily.get(id)?.['family']);
        if (families.size >= maxRemembered) families.clear();
        families.set(id, family);
      }
      return family;
    },
    join(family, into) {
      moveFamily.run(into, family);
      families.clear();
    },
    forget() {
      families.clear();
      ids.clear();
      names.clear();
    },
  };
}
