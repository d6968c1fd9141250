import type { DatabaseRow, LogDatabase } from '../../streams.ts';

/**
 * The members of a message that are selected: no conversation content. SQLite extracts them from the JSON, so that long
 * texts beside them (a summary's diffs) never leave the database.
 */
const members = ['role', 'modelID', 'providerID', 'cost', 'tokens', 'time', 'finish', 'path'] as const;

/** Beyond it numbers are not exact. SQLite counts rows from 1. */
const maxRow = Number.MAX_SAFE_INTEGER;

/** Queries a database for messages. */
export interface MessageQueries {
  /** The next messages after a row, in order; at most `count`. */
  after(row: number, count: number): readonly DatabaseRow[];
  /** Those of the given rows that exist. */
  at(rows: readonly number[]): readonly DatabaseRow[];
  /** The id of the message in a row; null when there is none. */
  idAt(row: number): string | null;
}

/** Builds the queries; null when the database holds no messages in a format we know. */
export function toMessageQueries(database: LogDatabase): MessageQueries | null {
  const columns = database.columns('message');
  if (!['id', 'session_id', 'data'].every((name) => columns.has(name))) return null;
  const select = toSelect(database.columns('session'));
  return {
    after: (row, count) =>
      database.rows(`${select} WHERE m.rowid > ? AND m.rowid < ${maxRow} ORDER BY m.rowid LIMIT ?`, row, count),
    at: (rows) => database.rows(`${select} WHERE m.rowid IN (${rows.map(() => '?').join(', ')})`, ...rows),
    idAt(row) {
      const found = database.rows('SELECT CAST(id AS TEXT) AS id FROM message WHERE rowid = ?', row)[0];
      return found === undefined ? null : String(found['id']);
    },
  };
}

/** The sessions table has gained columns over time; a missing column is read as NULL. */
function toSelect(sessionColumns: ReadonlySet<string>): string {
  const ofSession = (table: 's' | 'p', name: string): string =>
    sessionColumns.has('id') && sessionColumns.has(name) ? `${table}.${name}` : 'NULL';
  const joins = sessionColumns.has('id')
    ? `LEFT JOIN session s ON s.id = m.session_id LEFT JOIN session p ON p.id = ${ofSession('s', 'parent_id')}`
    : '';
  const extracts = members.map((name) => `'${name}', json_extract(m.data, '$.${name}')`);
  return `
    SELECT CAST(m.rowid AS REAL) AS row, CAST(m.id AS TEXT) AS id, CAST(m.session_id AS TEXT) AS session,
      ${ofSession('s', 'parent_id')} AS parent, ${ofSession('p', 'parent_id')} AS grandparent,
      ${ofSession('s', 'directory')} AS directory, ${ofSession('s', 'version')} AS version,
      CASE WHEN typeof(m.data) = 'text' AND json_valid(m.data)
        THEN json_object(${extracts.join(', ')}, 'error', json_type(m.data, '$.error')) END AS data
    FROM message m ${joins}`;
}
