import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedLogs, LogGenerator } from '../generated-logs.ts';
import { toBlobLiteral } from '../protobuf.ts';

const startMs = Date.UTC(2026, 4, 4, 9);

const turn = fc.record({
  input: fc.integer({ min: 1, max: 5000 }),
  output: fc.integer({ min: 1, max: 900 }),
  cacheRead: fc.constantFrom(0, 6_791),
  cacheWrite: fc.constantFrom(0, 100),
});

const thread = fc.record({
  turns: fc.array(turn, { minLength: 1, maxLength: 3 }),
  /** Current versions keep the sum of all requests. */
  hasSum: fc.boolean(),
  isCompressed: fc.boolean(),
  isSubagent: fc.boolean(),
});

type Turn = typeof turn extends fc.Arbitrary<infer Value> ? Value : never;
type Thread = typeof thread extends fc.Arbitrary<infer Value> ? Value : never;

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE threads (id TEXT PRIMARY KEY, summary TEXT NOT NULL, updated_at TEXT NOT NULL, data_type TEXT NOT NULL,
    data BLOB NOT NULL, parent_id TEXT, folder_paths TEXT, folder_paths_order TEXT, created_at TEXT);`;

const logs: fc.Arbitrary<GeneratedLogs> = fc.array(thread, { minLength: 2, maxLength: 6 }).map((threads) => ({
  files: [{ path: '.local/share/zed/threads/threads.db', schema, statements: toStatements(threads) }],
  spent: threads.flatMap(({ turns }) => turns.map(toUsage)).reduce(addUsage, emptyUsage),
}));

/** Threads that are rewritten with every turn. */
export const generator: LogGenerator = {
  logs,
  copyOf: (path, number) => (number % 2 === 0 ? path : path.replace('.local/share', '.var/app/dev.zed.Zed/data')),
};

function toStatements(threads: readonly Thread[]): readonly string[] {
  return [0, 1, 2].flatMap((round) =>
    threads.flatMap((one, index) => {
      if (round >= one.turns.length) return [];
      const updated = toTime(startMs + 3_600_000 + (round * threads.length + index) * 1000);
      return [
        `INSERT INTO threads VALUES ('thread-${index}', 'Weave', '${updated}', '${one.isCompressed ? 'zstd' : 'json'}',
          ${toData(one, round + 1)}, ${one.isSubagent ? "'thread-0'" : 'NULL'}, '/home/ada/loom', '0',
          '${toTime(startMs + index * 1000)}')
        ON CONFLICT(id) DO UPDATE SET updated_at = excluded.updated_at, data = excluded.data`,
      ];
    }),
  );
}

function toData({ turns, hasSum, isCompressed }: Thread, count: number): string {
  const done = turns.slice(0, count).map(toUsage);
  const text = JSON.stringify({
    version: '0.3.0',
    title: 'Gewebt: ä😀',
    messages: [{ User: { id: 'message-0', content: [] } }],
    cumulative_token_usage: hasSum ? toJson(done.reduce(addUsage, emptyUsage)) : {},
    request_token_usage: Object.fromEntries(done.map((usage, index) => [`message-${index}`, toJson(usage)])),
    model: { provider: 'google', model: 'Gemini 2.5 Flash' },
  });
  return toBlobLiteral(isCompressed ? zstdCompressSync(text) : Buffer.from(text));
}

/** Zeros are left out. */
function toJson(usage: TokenUsage): object {
  const members = {
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cache_creation_input_tokens: usage.cacheCreation5mTokens,
    cache_read_input_tokens: usage.cacheReadTokens,
  };
  return Object.fromEntries(Object.entries(members).filter(([, tokens]) => tokens > 0));
}

function toUsage({ input, output, cacheRead, cacheWrite }: Turn): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: input,
    outputTokens: output,
    cacheReadTokens: cacheRead,
    cacheCreation5mTokens: cacheWrite,
  };
}

/** As Zed writes it, with nanoseconds. */
function toTime(atMs: number): string {
  return new Date(atMs).toISOString().replace('Z', '190699+00:00');
}
