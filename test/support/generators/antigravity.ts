import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedLogs, LogGenerator } from '../generated-logs.ts';
import { toBlobLiteral, toMessage } from '../protobuf.ts';

const startSeconds = Date.UTC(2026, 4, 4, 9) / 1000;

const call = fc.record({
  input: fc.integer({ min: 1, max: 5000 }),
  cacheRead: fc.constantFrom(0, 16_000),
  thinking: fc.constantFrom(0, 33),
  response: fc.integer({ min: 1, max: 900 }),
  /** Where it is recorded; a model that only steps use has no name. */
  place: fc.constantFrom('both', 'both', 'generation', 'step', 'nameless step', 'failed'),
  /** Rows are written before the call ends, and completed later. */
  isWrittenEarly: fc.boolean(),
});

type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never;

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE trajectory_meta (trajectory_id text, cascade_id text, PRIMARY KEY (trajectory_id));
  CREATE TABLE steps (idx integer, step_type integer, status integer, metadata blob, PRIMARY KEY (idx));
  CREATE TABLE gen_metadata (idx integer, data blob, size integer, PRIMARY KEY (idx));
  CREATE TABLE trajectory_metadata_blob (id text DEFAULT 'main', data blob, PRIMARY KEY (id));
  INSERT INTO trajectory_meta VALUES ('trajectory-1', 'conversation-1');
  INSERT INTO trajectory_metadata_blob
    VALUES ('main', ${toBlobLiteral(toMessage([1, toMessage([1, 'file:///home/ada/loom'])]))});`;

const logs: fc.Arbitrary<GeneratedLogs> = fc.array(call, { minLength: 1, maxLength: 8 }).map((calls) => ({
  files: [
    {
      path: '.gemini/antigravity/conversations/conversation-1.db',
      schema,
      statements: [...calls.flatMap(toStatements), ...calls.flatMap(toCompletions)],
    },
  ],
  spent: calls.map(toSpent).reduce(addUsage, emptyUsage),
}));

/** Conversations, whose calls are in one table, in the other, or in both. */
export const generator: LogGenerator = {
  logs,
  copyOf: (path, number) => path.replace('antigravity/', 'antigravity-ide/').replace('.db', `-${number}.db`),
};

function toStatements(one: Call, index: number): readonly string[] {
  const { place, isWrittenEarly } = one;
  const generation = isWrittenEarly || place === 'failed' ? toGeneration(one, index, false) : toGeneration(one, index);
  const step = isWrittenEarly ? toStep(one, index, false) : toStep(one, index);
  return [
    ...(place.includes('step') ? [] : [`INSERT INTO gen_metadata VALUES (${index}, ${generation}, 0)`]),
    ...(place === 'generation' || place === 'failed'
      ? [`INSERT INTO steps VALUES (${index}, 14, 3, ${toStep(one, index, false)})`]
      : [`INSERT INTO steps VALUES (${index}, 15, ${isWrittenEarly ? 2 : 3}, ${step})`]),
  ];
}

function toCompletions(one: Call, index: number): readonly string[] {
  const { place, isWrittenEarly } = one;
  if (!isWrittenEarly || place === 'failed') return [];
  return [
    ...(place.includes('step')
      ? []
      : [`UPDATE gen_metadata SET data = ${toGeneration(one, index)} WHERE idx = ${index}`]),
    ...(place === 'generation'
      ? []
      : [`UPDATE steps SET status = 3, metadata = ${toStep(one, index)} WHERE idx = ${index}`]),
  ];
}

function toGeneration(one: Call, index: number, hasUsage = true): string {
  const time = toMessage([1, startSeconds + index * 60], [2, 120_000_000]);
  const chat = toMessage(
    [3, 1020],
    ...(hasUsage ? [[4, toUsage(one, index)] as const] : []),
    [9, toMessage([4, time])],
    [19, 'gemini-3-flash-a'],
    [21, 'Gemini 3.5 Flash (Medium)'],
  );
  return toBlobLiteral(toMessage([1, chat], [4, 'execution']));
}

function toStep(one: Call, index: number, hasUsage = true): string {
  const time = toMessage([1, startSeconds + index * 60], [2, 900_000_000]);
  return toBlobLiteral(
    toMessage([1, time], ...(hasUsage ? [[9, toUsage(one, index)] as const] : []), [12, 'execution']),
  );
}

function toUsage({ place, input, cacheRead, thinking, response }: Call, index: number): Uint8Array {
  return toMessage(
    [1, place === 'nameless step' ? 1050 : 1020],
    [2, input],
    [3, thinking + response],
    [5, cacheRead],
    [6, 24],
    [9, thinking],
    [10, response],
    [11, `response-${index}`],
  );
}

function toSpent({ place, input, cacheRead, thinking, response }: Call): TokenUsage {
  if (place === 'failed') return emptyUsage;
  return {
    ...emptyUsage,
    inputTokens: input,
    cacheReadTokens: cacheRead,
    outputTokens: thinking + response,
    reasoningTokens: thinking,
  };
}
