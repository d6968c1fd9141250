import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../shared/domain/token-usage.ts';
import type { GeneratedFile, GeneratedLogs } from './generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);

const call = fc.record({
  input: fc.integer({ min: 1, max: 5000 }),
  output: fc.integer({ min: 1, max: 900 }),
  cacheRead: fc.constantFrom(0, 2000),
  cacheWrite: fc.constantFrom(0, 300),
  oneHour: fc.constantFrom(0, 100),
  reasoning: fc.constantFrom(0, 1),
  cost: fc.constantFrom(0, 0.0125),
  model: fc.constantFrom('gpt-5.5', 'claude-opus-4-6'),
  /** In the conversation, or in an entry of its own. */
  place: fc.constantFrom('message' as const, 'message' as const, 'entry' as const),
});

const session = fc.record({
  calls: fc.array(call, { minLength: 1, maxLength: 5 }),
  /** A fork begins with so many of the calls of the session before it. */
  forked: fc.option(fc.nat({ max: 4 }), { nil: null }),
  isSubagent: fc.boolean(),
});

type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never;
type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never;

/** What two agents that write such sessions do differently. */
export interface SessionStyle {
  /** The folder of a project, relative to the home. */
  readonly folder: string;
  /** The lines before a session's head. */
  readonly firstLines: readonly object[];
  /** The type of an entry that holds nothing but the usage of a call. */
  readonly entryType: 'usage' | 'model_usage';
  /** The parts of a usage, under the names that the agent gives them. */
  toParts(parts: { readonly reasoning: number; readonly oneHour: number }): object;
  /** A fork loses the costs of what it copies. */
  readonly forgetsCosts: boolean;
}

/** Sessions, forks and subagents' sessions. Lines of a file must stand in their order: its head comes first. */
export function sessionLogs(style: SessionStyle): fc.Arbitrary<GeneratedLogs> {
  return fc.array(session, { minLength: 1, maxLength: 3 }).map((sessions) => ({
    files: sessions.map((one, index) => toFile(style, sessions, one, index)),
    spent: sessions.flatMap(({ calls }) => calls.map(toSpent)).reduce(addUsage, emptyUsage),
  }));
}

function toFile(style: SessionStyle, sessions: readonly Session[], one: Session, index: number): GeneratedFile {
  const parent = sessions[index - 1];
  const isFork = one.forked !== null && parent !== undefined && !one.isSubagent;
  const head = {
    type: 'session',
    version: 3,
    id: `019e07b8-0000-7000-8000-00000000000${index}`,
    timestamp: toTime(index, 0),
    cwd: '/home/ada/loom',
    ...(isFork ? { parentSession: '/home/ada/session.jsonl' } : {}),
  };
  const copied = isFork ? parent.calls.slice(0, one.forked ?? 0) : [];
  const records = [
    ...style.firstLines,
    head,
    { type: 'message', id: 'user', timestamp: toTime(index, 1), message: { role: 'user', content: '"usage" ä😀' } },
    ...copied.map((each, place) => toEntry(style, each, index - 1, place, style.forgetsCosts)),
    ...one.calls.map((each, place) => toEntry(style, each, index, place, false)),
  ];
  const name = `2026-05-04T09-00-00-000Z_019e07b8-0000-7000-8000-00000000000${one.isSubagent ? 0 : index}`;
  const path = `${style.folder}/${name}${one.isSubagent ? `/a${index}` : ''}.jsonl`;
  return { path, lines: records.map((record) => JSON.stringify(record)) };
}

function toEntry(style: SessionStyle, one: Call, session: number, place: number, isFree: boolean): object {
  const { input, output, cacheRead, cacheWrite, model } = one;
  const usage = {
    input,
    output,
    cacheRead,
    cacheWrite,
    ...style.toParts({ reasoning: one.reasoning, oneHour: toOneHour(one) }),
    totalTokens: input + output + cacheRead + cacheWrite,
    cost: { total: isFree ? 0 : one.cost },
  };
  const id = `${session}${place}`.padStart(8, '0');
  const timestamp = toTime(session, 10 + place);
  const answered = { provider: 'acme', model, usage };
  if (one.place === 'entry') return { type: style.entryType, id, timestamp, ...answered };
  return {
    type: 'message',
    id,
    timestamp,
    message: { role: 'assistant', ...answered, responseId: `r${id}`, timestamp: Date.parse(timestamp) - 500 },
  };
}

function toSpent(one: Call): TokenUsage {
  return {
    inputTokens: one.input,
    cacheCreation5mTokens: one.cacheWrite - toOneHour(one),
    cacheCreation1hTokens: toOneHour(one),
    cacheReadTokens: one.cacheRead,
    outputTokens: one.output,
    reasoningTokens: one.reasoning,
  };
}

function toOneHour({ cacheWrite, oneHour }: Call): number {
  return Math.min(oneHour, cacheWrite);
}

function toTime(session: number, seconds: number): string {
  return new Date(startMs + session * 3_600_000 + seconds * 1000).toISOString();
}
