import type { ActivityForgetting } from '../../../../shared/ports/activity-store.ts';
import type { SqliteDatabase } from '../../sqlite/sqlite-driver.ts';

/** Columns of text ids that are not foreign keys, because 0 means none. */
const undeclared = [{ table: 'process_samples', column: 'session' }];

/**
 * Deletes all rows of some kinds from the table `activity`, and the texts that nothing else refers to: a person's own sites
 * are names. Returns how many rows there were.
 */
export function deleteActivity(database: SqliteDatabase, { kinds }: Pick<ActivityForgetting, 'kinds'>): number {
  const ofKinds = `kind IN (SELECT id FROM texts WHERE text IN (${kinds.map(() => '?').join(', ')}))`;
  const names = database
    .prepare(
      `SELECT DISTINCT name AS id FROM activity WHERE ${ofKinds} UNION SELECT via FROM activity WHERE ${ofKinds}`,
    )
    .all(...kinds, ...kinds)
    .map(({ id }) => Number(id));
  const rows = Number(database.prepare(`SELECT count(*) AS n FROM activity WHERE ${ofKinds}`).get(...kinds)?.['n']);
  database.prepare(`DELETE FROM activity WHERE ${ofKinds}`).run(...kinds);
  const uses = listTextColumns(database).map(
    ({ table, column }) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = texts.id)`,
  );
  const remove = database.prepare(`DELETE FROM texts WHERE id = ? AND ${uses.join(' AND ')}`);
  for (const id of names) remove.run(id);
  return rows;
}

/** The columns that refer to the table `texts`. */
function listTextColumns(database: SqliteDatabase): readonly { readonly table: string; readonly column: string }[] {
  const declared = database
    .prepare(
      `SELECT tables.name AS name, keys."from" AS source FROM sqlite_schema AS tables
        JOIN pragma_foreign_key_list(tables.name) AS keys ON keys."table" = 'texts' WHERE tables.type = 'table'`,
    )
    .all();
  return [...declared.map((row) => ({ table: String(row['name']), column: String(row['source']) })), ...undeclared];
}
