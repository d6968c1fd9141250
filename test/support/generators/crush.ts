import fc from 'fast-check';
import { emptyUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedLogs, LogGenerator } from '../generated-logs.ts';

const startSeconds = Date.UTC(2026, 4, 4, 9) / 1000;

const session = fc.record({
  /** What each answer adds; some are free. */
  costs: fc.array(fc.constantFrom(0, 0.0125, 0.3, 1.000_000_4), { minLength: 1, maxLength: 4 }),
  models: fc.constantFrom(['gemini-2.5-pro'], ['gemini-2.5-pro', 'gpt-5.2']),
  isSubagent: fc.boolean(),
});

type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never;

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE sessions (id TEXT PRIMARY KEY, parent_session_id TEXT, title TEXT NOT NULL, prompt_tokens INTEGER,
    completion_tokens INTEGER, cost REAL NOT NULL, updated_at INTEGER NOT NULL, created_at INTEGER NOT NULL);
  CREATE TABLE messages (id TEXT PRIMARY KEY, session_id TEXT NOT NULL, role TEXT NOT NULL, parts TEXT NOT NULL,
    model TEXT, created_at INTEGER NOT NULL, provider TEXT);`;

const logs: fc.Arbitrary<GeneratedLogs> = fc.array(session, { minLength: 3, maxLength: 6 }).map((sessions) => ({
  files: [{ path: '.crush/crush.db', schema, statements: toStatements(sessions) }],
  spent: emptyUsage,
}));

/** Sessions whose costs grow; several change within one second. */
export const generator: LogGenerator = {
  logs,
  copyOf: (path, number) => path.replace('.crush/', number % 2 === 0 ? '.crush/' : '.crush-elsewhere/'),
};

/** Answer by answer, first one of each session, then the second of each. */
function toStatements(sessions: readonly Session[]): readonly string[] {
  const rounds = [0, 1, 2, 3].flatMap((round) =>
    sessions.flatMap((one, index) => (round < one.costs.length ? [{ one, index, round }] : [])),
  );
  return rounds.flatMap(({ one, index, round }, order) => {
    const id = `session-${index}`;
    const now = startSeconds + Math.floor(order / 3);
    const cost = one.costs.slice(0, round + 1).reduce<number>((sum, added) => sum + added, 0);
    const model = one.models[Math.min(round, one.models.length - 1)]!;
    const parent = one.isSubagent ? "'session-0'" : 'NULL';
    return [
      `${
        round === 0
          ? `INSERT INTO sessions VALUES ('${id}', ${parent}, 'Weave', 1, 1, 0, ${now}, ${startSeconds + index});`
          : ''
      } INSERT INTO messages VALUES ('${id}-${round}', '${id}', 'assistant', '[]', '${model}', ${now}, 'gemini')`,
      `UPDATE sessions SET cost = ${cost}, prompt_tokens = ${round * 1000}, updated_at = ${now} WHERE id = '${id}'`,
    ];
  });
}
