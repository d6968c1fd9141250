import type { DatabaseRow, LogDatabase } from '../../sources/streams.ts';

const messageColumns = ['id', 'session_id', 'timestamp', 'model', 'token_usage', 'claude_message_id'];
const otherColumns = ['claude_request_id', 'source_uuid'];
const sessionColumns = ['id', 'agent', 'started_at', 'deleted_at'];
const eventColumns = ['id', 'session_id', 'source', 'model', 'occurred_at', 'dedup_key', 'input_tokens'];

const rowsAtOnce = 10_000;

/** The count with this name in a message's usage; null where that is no JSON. */
const countOf = (path: string): string =>
  `CASE WHEN json_valid(m.token_usage) THEN json_extract(m.token_usage, '$.${path}') END`;

const messages = `
  SELECT m.id AS row, s.agent, coalesce(nullif(m.timestamp, ''), s.started_at) AS at, m.model,
         m.claude_message_id AS message, m.claude_request_id AS request, m.source_uuid AS uuid,
         ${countOf('input_tokens')} AS input, ${countOf('output_tokens')} AS output,
         coalesce(${countOf('cache_creation_input_tokens')}, 0) AS cache_write,
         coalesce(${countOf('cache_read_input_tokens')}, 0) AS cache_read,
         ${countOf('cache_creation.ephemeral_1h_input_tokens')} AS cache_write_1h
    FROM messages m JOIN sessions s ON s.id = m.session_id
   WHERE m.id > ? AND m.token_usage <> '' AND m.model NOT IN ('', '<synthetic>') AND s.deleted_at IS NULL
   ORDER BY m.id LIMIT ${rowsAtOnce}`;

const events = `
  SELECT e.id AS row, s.agent, coalesce(e.occurred_at, s.started_at) AS at, e.model,
         CASE WHEN e.dedup_key <> '' THEN e.session_id || ' ' || e.source || ' ' || e.dedup_key END AS uuid,
         e.input_tokens AS input, e.output_tokens AS output, e.cache_creation_input_tokens AS cache_write,
         e.cache_read_input_tokens AS cache_read
    FROM usage_events e JOIN sessions s ON s.id = e.session_id
   WHERE e.id > ? AND e.model <> '' AND s.deleted_at IS NULL
   ORDER BY e.id LIMIT ${rowsAtOnce}`;

/** The usage in an archive (README.md); null when it is not one. Throws what SQLite throws. */
export function readUsageRows(database: LogDatabase): Iterable<DatabaseRow> | null {
  const has = (table: string, names: readonly string[]): boolean => {
    const columns = database.columns(table);
    return names.every((name) => columns.has(name));
  };
  if (!has('sessions', sessionColumns) || !has('messages', [...messageColumns, ...otherColumns])) return null;
  return readAll(database, [messages, ...(has('usage_events', eventColumns) ? [events] : [])]);
}

function* readAll(database: LogDatabase, queries: readonly string[]): Generator<DatabaseRow> {
  for (const sql of queries) {
    let last = -1;
    for (;;) {
      const rows = database.rows(sql, last);
      for (const { row: _row, ...values } of rows) yield values;
      if (rows.length < rowsAtOnce) break;
      last = Number(rows.at(-1)!['row']);
    }
  }
}
