import type { Change } from '../lib/changed-rows.ts';
import type { DatabaseRow, LogDatabase } from '../streams.ts';

/**
 * The next sessions after a place, in the order in which they changed; null when the tables are not those we know.
 * Nothing of a conversation is selected. The model is that of the first answer: through the index, without reading the
 * others.
 */
export function selectSessions(database: LogDatabase, after: Change, count: number): readonly DatabaseRow[] | null {
  const columns = database.columns('sessions');
  if (!['id', 'cost', 'created_at', 'updated_at', 'parent_session_id'].every((name) => columns.has(name))) return null;
  return database.rows(
    `SELECT CAST(s.rowid AS REAL) AS row, CAST(s.updated_at AS REAL) AS updated, CAST(s.id AS TEXT) AS id, s.cost,
      CAST(s.created_at AS REAL) AS created, s.parent_session_id IS NOT NULL AS hasParent,
      ${toFirst(database, 'model')} AS model, ${toFirst(database, 'provider')} AS provider
    FROM sessions s WHERE s.updated_at > ? OR (s.updated_at = ? AND s.rowid > ?)
    ORDER BY s.updated_at, s.rowid LIMIT ?`,
    after.updated,
    after.updated,
    after.row,
    count,
  );
}

/** A column of the first answer of a session; columns have been added over time. */
function toFirst(database: LogDatabase, column: string): string {
  const columns = database.columns('messages');
  if (!['session_id', 'role', column].every((name) => columns.has(name))) return 'NULL';
  return `(SELECT CAST(m.${column} AS TEXT) FROM messages m
    WHERE m.session_id = s.id AND m.role = 'assistant' ORDER BY m.rowid LIMIT 1)`;
}
