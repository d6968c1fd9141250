import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedFile, LogGenerator } from '../generated-logs.ts';
import { taskStories, toOtherEditor, toTaskFile, toTaskSpent } from './lib/editor-tasks.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const tasks = '.config/Code/User/globalStorage/saoudrizwan.claude-dev/tasks';

const answer = fc.record({
  fresh: fc.integer({ min: 1, max: 5000 }),
  cacheRead: fc.constantFrom(0, 100, 9000),
  cacheWrite: fc.constantFrom(0, 70),
  output: fc.integer({ min: 1, max: 900 }),
  reasoning: fc.constantFrom(0, 1),
  cost: fc.constantFrom(0, 0.0125),
  model: fc.constantFrom('claude-sonnet-4-6', 'gpt-5.4'),
});

const session = fc.record({
  answers: fc.array(answer, { minLength: 1, maxLength: 5 }),
  isSubagent: fc.boolean(),
  /** Begun as an old task, whose sum its first answer carries. */
  isContinued: fc.boolean(),
});

type Answer = typeof answer extends fc.Arbitrary<infer Value> ? Value : never;
type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never;

/** Cline's sessions, and tasks of old builds; a task's folder is copied to another editor. */
export const generator: LogGenerator = {
  logs: fc
    .record({ sessions: fc.array(session, { minLength: 1, maxLength: 2 }), old: taskStories })
    .map(({ sessions, old }) => ({
      files: [...sessions.map(toSessionFile), ...old.map((task, index) => toTaskFile(tasks, task, index, 'disjoint'))],
      spent: [
        ...sessions.flatMap(({ answers }) => answers.map(toSpent)),
        ...old.map((task) => toTaskSpent(task)),
      ].reduce(addUsage, emptyUsage),
    })),
  copyOf: (path, number) =>
    path.startsWith('.cline') ? path.replace('.cline/data/sessions', '.cline/data/tasks') : toOtherEditor(path, number),
};

function toSessionFile(one: Session, index: number): GeneratedFile {
  const id = `17778852${index}0123_ab1cd`;
  const messages = one.answers.map((each, place) => toMessage(each, index, place));
  const sum = {
    id: `msg_SUM${index}`,
    role: 'assistant',
    ts: startMs + 1,
    modelInfo: { id: 'gpt-5.4', provider: 'unknown' },
    metrics: { inputTokens: 5, outputTokens: 5, cacheReadTokens: 0, cacheWriteTokens: 0, cost: 1 },
  };
  const all = [
    { id: 'u', role: 'user', ts: startMs, content: 'Webe: ä😀' },
    ...(one.isContinued ? [sum] : []),
    ...messages,
  ];
  const versions = all.map((_, place) =>
    JSON.stringify({
      version: 1,
      agent: 'lead',
      sessionId: id,
      origin: { version: '3.0.65' },
      messages: all.slice(0, place + 1),
    }),
  );
  return { path: `.cline/data/sessions/${id}/${one.isSubagent ? 'agent_1' : id}.messages.json`, versions };
}

function toMessage(one: Answer, index: number, place: number): object {
  return {
    id: `msg_${index}${place}`,
    role: 'assistant',
    content: [{ type: 'text', text: 'Gewebt: ä😀' }],
    ts: startMs + index * 3_600_000 + place * 1000,
    modelInfo: { id: one.model, provider: 'Anthropic' },
    metrics: {
      inputTokens: one.fresh + one.cacheRead + one.cacheWrite,
      outputTokens: one.output,
      cacheReadTokens: one.cacheRead,
      cacheWriteTokens: one.cacheWrite,
      reasoningTokenCount: one.reasoning,
      cost: one.cost,
    },
  };
}

function toSpent(one: Answer): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: one.fresh,
    cacheReadTokens: one.cacheRead,
    cacheCreation5mTokens: one.cacheWrite,
    outputTokens: one.output,
    reasoningTokens: one.reasoning,
  };
}
