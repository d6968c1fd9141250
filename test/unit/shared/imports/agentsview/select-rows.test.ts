import { describe, expect, it } from 'vitest';
import { toLogDatabase } from '../../../../../main/node/ingest/databases/log-database.ts';
import { loadSqlite } from '../../../../../main/node/sqlite/sqlite-driver.ts';
import { readUsageRows } from '../../../../../shared/imports/agentsview/select-rows.ts';
import { readDayRows } from '../../../../../shared/imports/wheremytokens/select-days.ts';

const sessions = `CREATE TABLE sessions (id, agent, started_at, deleted_at);
  INSERT INTO sessions VALUES ('s', 'claude', '2026-04-01T09:00:00Z', NULL), ('gone', 'claude', 'x', 'y');`;
const messages = `CREATE TABLE messages (id INTEGER PRIMARY KEY, session_id, timestamp, model, token_usage,
  claude_message_id, claude_request_id, source_uuid);`;
const events = `CREATE TABLE usage_events (id INTEGER PRIMARY KEY, session_id, source, model, occurred_at, dedup_key,
  input_tokens, output_tokens, cache_creation_input_tokens, cache_read_input_tokens);`;

function open(sql: string) {
  const driver = loadSqlite();
  if (!driver.ok) throw new Error(driver.error);
  const database = driver.value.open(':memory:');
  database.exec(sql);
  return toLogDatabase(database);
}
const rowsOf = (sql: string) => [...(readUsageRows(open(sql)) ?? [])];

describe('readUsageRows', () => {
  const usage = JSON.stringify({ input_tokens: 1, output_tokens: 2, cache_creation: { ephemeral_1h_input_tokens: 3 } });

  it('reads messages with usage, at their own time or the time of their session', () => {
    const insert = `INSERT INTO messages VALUES (1, 's', '', 'opus', '${usage}', 'msg_1', 'req_1', 'u'),
      (2, 's', '2026-04-01T10:00:00Z', 'opus', 'no json', NULL, NULL, NULL),
      (3, 's', '', '<synthetic>', '${usage}', NULL, NULL, NULL), (4, 's', '', 'opus', '', NULL, NULL, NULL),
      (5, 'gone', '', 'opus', '${usage}', NULL, NULL, NULL), (6, 's', '', '', '${usage}', NULL, NULL, NULL);`;
    expect(rowsOf(sessions + messages + insert)).toEqual([
      {
        ...{
          agent: 'claude',
          at: '2026-04-01T09:00:00Z',
          model: 'opus',
          message: 'msg_1',
          request: 'req_1',
          uuid: 'u',
        },
        ...{ input: 1, output: 2, cache_write: 0, cache_read: 0, cache_write_1h: 3 },
      },
      {
        ...{ agent: 'claude', at: '2026-04-01T10:00:00Z', model: 'opus', message: null, request: null, uuid: null },
        ...{ input: null, output: null, cache_write: 0, cache_read: 0, cache_write_1h: null },
      },
    ]);
  });

  it('also reads usage events, if the archive has them', () => {
    const insert = `INSERT INTO usage_events VALUES (1, 's', 'hook', 'gpt-5', NULL, 'k', 1, 2, 3, 4),
      (2, 's', 'hook', '', NULL, 'k', 1, 2, 3, 4), (3, 'gone', 'hook', 'gpt-5', NULL, '', 1, 2, 3, 4);`;
    expect(rowsOf(sessions + messages + events + insert)).toEqual([
      {
        ...{ agent: 'claude', at: '2026-04-01T09:00:00Z', model: 'gpt-5', uuid: 's hook k' },
        ...{ input: 1, output: 2, cache_write: 3, cache_read: 4 },
      },
    ]);
  });

  it('reads all rows, however many there are', () => {
    const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)
      INSERT INTO messages SELECT i, 's', '', 'opus', '{}', NULL, NULL, NULL FROM n;`;
    expect(rowsOf(sessions + messages + many)).toHaveLength(10_001);
  });

  it('finds no rows in a database of another program', () => {
    expect(readUsageRows(open(sessions))).toBeNull();
    expect(readUsageRows(open(messages))).toBeNull();
    expect(readUsageRows(open(sessions + messages.replace(', source_uuid', '')))).toBeNull();
  });
});

describe('readDayRows', () => {
  const schema = `CREATE TABLE usage_bucket (provider, model, bucket_kind, bucket_start_ms, input_tokens, output_tokens,
    cache_creation_tokens, cache_read_tokens);`;

  it('returns the sums of each day', () => {
    const insert = `INSERT INTO usage_bucket VALUES ('codex', 'm', 'day', 2, 1, 1, 1, 1), ('codex', 'm', 'day', 1, 1, 2, 3, 4),
      ('codex', 'm', 'day', 1, 1, 2, 3, 4), ('codex', 'm', 'hour', 1, 9, 9, 9, 9);`;
    const sums = { provider: 'codex', model: 'm' };
    expect(readDayRows(open(schema + insert))).toEqual([
      { ...sums, day_starts_ms: 1, input_tokens: 2, output_tokens: 4, cache_creation_tokens: 6, cache_read_tokens: 8 },
      { ...sums, day_starts_ms: 2, input_tokens: 1, output_tokens: 1, cache_creation_tokens: 1, cache_read_tokens: 1 },
    ]);
  });

  it('finds no rows in a database of another program', () => {
    expect(readDayRows(open(schema.replace('model, ', '')))).toBeNull();
    expect(readDayRows(open(schema.replace(', output_tokens', '')))).toBeNull();
  });
});
