import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedFile, LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const folder = '.copilot/session-state';
const models = ['claude-sonnet-4.6', 'gpt-5.4-mini'] as const;

const message = fc.record({
  output: fc.integer({ min: 1, max: 900 }),
  fresh: fc.integer({ min: 0, max: 5000 }),
  cacheRead: fc.constantFrom(0, 9000),
  cacheWrite: fc.constantFrom(0, 71),
  model: fc.constantFrom(...models),
});

const run = fc.record({
  messages: fc.array(message, { minLength: 1, maxLength: 4 }),
  /** Requests that wrote no message. */
  unseen: fc.array(message, { maxLength: 1 }),
  hasEnd: fc.boolean(),
});

const session = fc.array(run, { minLength: 1, maxLength: 3 });

type Message = typeof message extends fc.Arbitrary<infer Value> ? Value : never;
type Run = typeof run extends fc.Arbitrary<infer Value> ? Value : never;

/** Copilot's sessions, each of some runs; a copy has another name. */
export const generator: LogGenerator = {
  logs: fc.array(session, { minLength: 1, maxLength: 2 }).map((sessions) => ({
    files: sessions.map(toFile),
    spent: sessions.flat().flatMap(toSpent).reduce(addUsage, emptyUsage),
  })),
  copyOf: (path, number) => path.replace(`${folder}/`, `${folder}/copy-${number}-`),
};

function toFile(runs: readonly Run[], index: number): GeneratedFile {
  const sessionId = `0000000${index}-0000-4000-8000-000000000000`;
  let line = 0;
  const toEvent = (type: string, data: object): string => {
    const timestamp = new Date(startMs + index * 3_600_000 + line * 1000).toISOString();
    return JSON.stringify({ type, data, id: `${index}-${line++}`, timestamp, parentId: null });
  };
  const lines = runs.flatMap((one, place) => [
    toEvent(place === 0 ? 'session.start' : 'session.resume', { sessionId, context: { cwd: '/home/ada/loom' } }),
    toEvent('user.message', { content: 'Webe: ä😀 "session.shutdown"' }),
    ...one.messages.map(({ output, model }) =>
      toEvent('assistant.message', { messageId: `${index}-m${line}`, model, outputTokens: output, content: 'ä😀' }),
    ),
    ...(one.hasEnd ? [toEvent('session.shutdown', { modelMetrics: toMetrics(one) })] : []),
  ]);
  return { path: `${folder}/${sessionId}/events.jsonl`, lines };
}

function toMetrics({ messages, unseen }: Run): object {
  const all = [...messages, ...unseen];
  const entries = models.map((model) => {
    const own = all.filter((one) => one.model === model);
    const total = (numberOf: (one: Message) => number): number => own.reduce((sum, one) => sum + numberOf(one), 0);
    const usage = {
      inputTokens: total(({ fresh, cacheRead, cacheWrite }) => fresh + cacheRead + cacheWrite),
      outputTokens: total(({ output }) => output),
      cacheReadTokens: total(({ cacheRead }) => cacheRead),
      cacheWriteTokens: total(({ cacheWrite }) => cacheWrite),
      reasoningTokens: Math.min(1, own.length),
    };
    return [
      model,
      { requests: { count: own.length, cost: 1 }, usage, totalNanoAiu: own.length * 123_456_789 },
    ] as const;
  });
  return Object.fromEntries(entries.filter(([, { requests }]) => requests.count > 0));
}

function toSpent({ messages, unseen, hasEnd }: Run): readonly TokenUsage[] {
  if (!hasEnd) return messages.map(({ output }) => ({ ...emptyUsage, outputTokens: output }));
  const all = [...messages, ...unseen];
  const withReasoning = new Set(all.map(({ model }) => model));
  return all.map((one) => ({
    ...emptyUsage,
    inputTokens: one.fresh,
    cacheReadTokens: one.cacheRead,
    cacheCreation5mTokens: one.cacheWrite,
    outputTokens: one.output,
    // One token for each model.
    reasoningTokens: withReasoning.delete(one.model) ? 1 : 0,
  }));
}
