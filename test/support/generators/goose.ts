import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedLogs, LogGenerator } from '../generated-logs.ts';

const startSeconds = Date.UTC(2026, 4, 4, 9) / 1000;

const request = fc.record({
  input: fc.integer({ min: 1, max: 5000 }),
  cacheRead: fc.constantFrom(0, 900),
  output: fc.integer({ min: 1, max: 900 }),
});
const session = fc.array(request, { minLength: 1, maxLength: 3 });
const home = fc.record({ sessions: fc.array(session, { minLength: 3, maxLength: 5 }), hasLedger: fc.boolean() });

type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

const oldSchema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE sessions (id TEXT PRIMARY KEY, session_type TEXT NOT NULL DEFAULT 'user', working_dir TEXT NOT NULL,
    created_at TIMESTAMP, updated_at TIMESTAMP, input_tokens INTEGER, accumulated_input_tokens INTEGER,
    accumulated_output_tokens INTEGER);`;
const ledgerSchema = `
  CREATE TABLE usage_ledger (id INTEGER PRIMARY KEY AUTOINCREMENT, session_id TEXT NOT NULL,
    created_timestamp INTEGER NOT NULL, model TEXT, input_tokens INTEGER, output_tokens INTEGER,
    cache_read_tokens INTEGER, cache_write_tokens INTEGER, cost REAL);`;

const logs: fc.Arbitrary<GeneratedLogs> = home.map(({ sessions, hasLedger }) => ({
  files: [
    {
      path: '.local/share/goose/sessions/sessions.db',
      schema: hasLedger ? oldSchema + ledgerSchema : oldSchema,
      statements: toStatements(sessions, hasLedger),
    },
  ],
  spent: sessions.flatMap((requests) => requests.map((one) => toSpent(one, hasLedger))).reduce(addUsage, emptyUsage),
}));

/** A database with the usage of each request, or with sums of sessions. */
export const generator: LogGenerator = {
  logs,
  copyOf: (path, number) => (number % 2 === 0 ? path : path.replace('.local/share', '.elsewhere')),
};

/** The first request of each session, then the second of each. */
function toStatements(sessions: readonly (readonly Request[])[], hasLedger: boolean): readonly string[] {
  return [0, 1, 2].flatMap((round) =>
    sessions.flatMap((requests, index) => {
      const one = requests[round];
      if (one === undefined) return [];
      const id = `20260504_${index + 1}`;
      const now = startSeconds + 60 + round * sessions.length + index;
      const done = requests.slice(0, round + 1);
      const sum = (name: keyof Request): number => done.reduce((total, each) => total + each[name], 0);
      return [
        `INSERT INTO sessions VALUES ('${id}', 'user', '/home/ada/loom', '${toTime(startSeconds + index)}',
          '${toTime(now)}', ${one.input}, ${sum('input') + sum('cacheRead')}, ${sum('output')})
        ON CONFLICT(id) DO UPDATE SET updated_at = excluded.updated_at, input_tokens = excluded.input_tokens,
          accumulated_input_tokens = excluded.accumulated_input_tokens,
          accumulated_output_tokens = excluded.accumulated_output_tokens;
        ${
          hasLedger
            ? `INSERT INTO usage_ledger (session_id, created_timestamp, model, input_tokens, output_tokens,
                cache_read_tokens) VALUES ('${id}', ${startSeconds - 60 + round * 10 + index}, 'gpt-5.2',
                ${one.input + one.cacheRead}, ${one.output}, ${one.cacheRead})`
            : ''
        }`,
      ];
    }),
  );
}

/** Sums do not say what came from the cache. */
function toSpent({ input, cacheRead, output }: Request, hasLedger: boolean): TokenUsage {
  return hasLedger
    ? { ...emptyUsage, inputTokens: input, cacheReadTokens: cacheRead, outputTokens: output }
    : { ...emptyUsage, inputTokens: input + cacheRead, outputTokens: output };
}

/** As SQLite writes it. */
function toTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
