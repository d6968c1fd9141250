import type { Change } from '../lib/changed-rows.ts';
import type { DatabaseRow, LogDatabase } from '../streams.ts';

/** The columns that both tables may have, with the name under which they are read. */
const tokens = ['input_tokens', 'output_tokens', 'cache_read_tokens', 'cache_write_tokens', 'cost'] as const;

/** Whether a database keeps the usage of each request. */
export function hasLedger(database: LogDatabase): boolean {
  const columns = database.columns('usage_ledger');
  return ['id', 'session_id', 'created_timestamp', 'input_tokens', 'output_tokens'].every((name) => columns.has(name));
}

/** The requests after one, in order. */
export function selectRequests(database: LogDatabase, after: number, count: number): readonly DatabaseRow[] {
  const columns = database.columns('usage_ledger');
  const ofRequest = tokens.map((name) => `${columns.has(name) ? `l.${name}` : 'NULL'} AS ${name}`);
  const model = columns.has('model') ? 'CAST(l.model AS TEXT)' : 'NULL';
  return database.rows(
    `SELECT CAST(l.id AS REAL) AS row, CAST(l.session_id AS TEXT) AS session, CAST(l.created_timestamp AS REAL) AS seconds,
      ${model} AS model, ${ofRequest.join(', ')}, ${toSession(database, 's')}
    FROM usage_ledger l LEFT JOIN sessions s ON s.id = l.session_id
    WHERE l.id > ? ORDER BY l.id LIMIT ?`,
    after,
    count,
  );
}

/**
 * The next sessions whose requests are not kept, after a change; null when the table is not the one we know. Beside a
 * ledger only those that began before its first request: a newer one may get its first request at this moment.
 */
export function selectSessions(database: LogDatabase, after: Change, count: number): readonly DatabaseRow[] | null {
  const columns = database.columns('sessions');
  const known = ['id', 'created_at', 'updated_at', 'accumulated_input_tokens', 'accumulated_output_tokens'];
  if (!known.every((name) => columns.has(name))) return null;
  const sums = tokens.map(
    (name) => `${columns.has(`accumulated_${name}`) ? `s.accumulated_${name}` : 'NULL'} AS ${name}`,
  );
  const isOld = hasLedger(database)
    ? `AND NOT EXISTS (SELECT 1 FROM usage_ledger l WHERE l.session_id = s.id)
      AND s.created_at < (SELECT datetime(min(created_timestamp), 'unixepoch') FROM usage_ledger)`
    : '';
  return database.rows(
    `SELECT CAST(s.rowid AS REAL) AS row, CAST(s.updated_at AS TEXT) AS updated, CAST(s.id AS TEXT) AS session,
      NULL AS model, ${sums.join(', ')}, ${toSession(database, 's')}
    FROM sessions s WHERE (s.updated_at > ? OR (s.updated_at = ? AND s.rowid > ?)) ${isOld}
    ORDER BY s.updated_at, s.rowid LIMIT ?`,
    after.updated,
    after.updated,
    after.row,
    count,
  );
}

/** What a session says about itself; columns have been added over time. */
function toSession(database: LogDatabase, table: string): string {
  const columns = database.columns('sessions');
  const optional = (name: string): string => (columns.has(name) ? `CAST(${table}.${name} AS TEXT)` : 'NULL');
  const config = `${table}.model_config_json`;
  const model = columns.has('model_config_json')
    ? `CASE WHEN json_valid(${config}) THEN json_extract(${config}, '$.model_name') END`
    : 'NULL';
  return `${optional('created_at')} AS created, ${optional('working_dir')} AS folder, ${optional('session_type')} AS type,
    ${optional('parent_session_id')} AS parent, ${optional('provider_name')} AS provider, ${model} AS sessionModel`;
}
