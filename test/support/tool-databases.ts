import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadSqlite, type SqliteDatabase } from '../../main/node/sqlite/sqlite-driver.ts';

/** A database in the format of another tool, as that tool creates it: with its columns that hold text, too. */
export function createToolDatabase(file: string, statements: readonly string[]): SqliteDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const driver = loadSqlite();
  if (!driver.ok) throw new Error(driver.error);
  const database = driver.value.open(file);
  for (const sql of statements) database.exec(sql);
  return database;
}

/** agentsview's tables, as far as they matter: one Claude request that stands there twice, and a day of Codex. */
export const agentsviewStatements: readonly string[] = [
  'PRAGMA journal_mode = WAL; PRAGMA user_version = 90',
  `CREATE TABLE sessions (id TEXT PRIMARY KEY, project TEXT NOT NULL, machine TEXT NOT NULL DEFAULT 'local',
     agent TEXT NOT NULL DEFAULT 'claude', first_message TEXT, started_at TEXT, deleted_at TEXT)`,
  `CREATE TABLE messages (id INTEGER PRIMARY KEY, session_id TEXT NOT NULL, ordinal INTEGER NOT NULL, role TEXT NOT NULL,
     content TEXT NOT NULL, timestamp TEXT, model TEXT NOT NULL DEFAULT '', token_usage TEXT NOT NULL DEFAULT '',
     claude_message_id TEXT NOT NULL DEFAULT '', claude_request_id TEXT NOT NULL DEFAULT '',
     source_uuid TEXT NOT NULL DEFAULT '')`,
  `CREATE TABLE usage_events (id INTEGER PRIMARY KEY, session_id TEXT NOT NULL, message_ordinal INTEGER,
     source TEXT NOT NULL, model TEXT NOT NULL, input_tokens INTEGER NOT NULL DEFAULT 0,
     output_tokens INTEGER NOT NULL DEFAULT 0, cache_creation_input_tokens INTEGER NOT NULL DEFAULT 0,
     cache_read_input_tokens INTEGER NOT NULL DEFAULT 0, occurred_at TEXT, dedup_key TEXT NOT NULL DEFAULT '')`,
  `INSERT INTO sessions (id, project, agent, first_message, started_at, deleted_at) VALUES
     ('s1', 'secret-loom', 'claude', 'secret prompt', '2026-05-04T08:00:00Z', NULL),
     ('s2', 'secret-loom', 'codex', 'secret prompt', '2026-04-03T08:00:00Z', NULL),
     ('s3', 'secret-loom', 'codex', 'secret prompt', '2026-04-03T08:00:00Z', '2026-05-01T00:00:00Z')`,
  `INSERT INTO messages (session_id, ordinal, role, content, timestamp, model, token_usage, claude_message_id,
     claude_request_id, source_uuid) VALUES
     ('s1', 0, 'user', 'secret prompt', '2026-05-04T09:00:00.000Z', '', '', '', '', 'u0'),
     ('s1', 1, 'assistant', 'secret answer', '2026-05-04T09:00:00.000Z', 'claude-sonnet-4-5-20250929',
       '{"input_tokens":10,"output_tokens":1,"cache_creation_input_tokens":30,"cache_read_input_tokens":40,"service_tier":"secret"}',
       'msg_01A', 'req_011CSHoEeqs5C35K2UUqR7Fy', 'u1'),
     ('s1', 2, 'assistant', 'secret answer', '2026-05-04T09:00:01.000Z', 'claude-sonnet-4-5-20250929',
       '{"input_tokens":10,"output_tokens":20,"cache_creation_input_tokens":30,"cache_read_input_tokens":40}',
       'msg_01A', 'req_011CSHoEeqs5C35K2UUqR7Fy', 'u2'),
     ('s2', 0, 'assistant', 'secret answer', NULL, 'gpt-5',
       '{"input_tokens":60,"output_tokens":10,"cache_read_input_tokens":40}', '', '', ''),
     ('s2', 1, 'assistant', 'secret answer', NULL, 'gpt-5', 'no json', '', '', ''),
     ('s3', 0, 'assistant', 'secret answer', NULL, 'gpt-5', '{"input_tokens":1000,"output_tokens":1}', '', '', '')`,
  `INSERT INTO usage_events (session_id, source, model, input_tokens, output_tokens, occurred_at) VALUES
     ('s2', 'session', 'gpt-5', 5, 6, '2026-04-03T10:00:00Z')`,
];

/** WhereMyTokens' tables, as far as they matter: the same request in the buckets of all three kinds. */
export const whereMyTokensStatements: readonly string[] = [
  'PRAGMA user_version = 4',
  `CREATE TABLE usage_source (source_id TEXT PRIMARY KEY, provider TEXT NOT NULL, checkpoint_json TEXT NOT NULL) STRICT`,
  `CREATE TABLE usage_bucket (source_id TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,
     bucket_kind TEXT NOT NULL CHECK (bucket_kind IN ('hour', 'day', 'month')), bucket_start_ms INTEGER NOT NULL,
     request_count INTEGER NOT NULL, input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL,
     cache_creation_tokens INTEGER NOT NULL, cache_read_tokens INTEGER NOT NULL, total_tokens INTEGER NOT NULL,
     cost_usd REAL NOT NULL, cache_savings_usd REAL NOT NULL, breakdown_json TEXT NOT NULL,
     PRIMARY KEY (source_id, provider, model, bucket_kind, bucket_start_ms)) STRICT`,
  ...(['hour', 'day', 'month'] as const).flatMap((kind) =>
    ['/secret/a.jsonl', '/secret/b.jsonl'].map(
      (source) => `INSERT INTO usage_bucket VALUES ('${source}', 'claude', 'Sonnet', '${kind}',
        ${Date.UTC(2026, 3, 1, kind === 'hour' ? 9 : 0)}, 1, 1, 2, 3, 4, 10, 0.5, 0, '{"secret":1}')`,
    ),
  ),
];
