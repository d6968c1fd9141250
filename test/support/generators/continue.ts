import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedFile, LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const folder = '.continue/sessions';

const answer = fc.record({
  fresh: fc.integer({ min: 1, max: 3 }),
  cached: fc.constantFrom(0, 100),
  written: fc.constantFrom(0, 70),
  output: fc.integer({ min: 40, max: 41 }),
  reasoning: fc.constantFrom(0, 33),
  isAnthropic: fc.boolean(),
});

const session = fc.record({
  answers: fc.array(answer, { minLength: 1, maxLength: 5 }),
  isForked: fc.boolean(),
});

type Answer = typeof answer extends fc.Arbitrary<infer Value> ? Value : never;
type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never;

/** Continue's sessions, and forks of them; a copy has another name. */
export const generator: LogGenerator = {
  logs: fc.array(session, { minLength: 1, maxLength: 3 }).map((sessions) => ({
    files: [
      { path: `${folder}/sessions.json`, content: JSON.stringify(sessions.flatMap(toListed)) },
      ...sessions.flatMap(toFiles),
    ],
    spent: sessions
      .flatMap((one) => [...one.answers, ...(one.isForked ? [forkedAnswer] : [])])
      .map(toSpent)
      .reduce(addUsage, emptyUsage),
  })),
  copyOf: (path, number) => path.replace(/([^/]+)$/, `copy-${number}-$1`),
};

const forkedAnswer: Answer = { fresh: 9, cached: 0, written: 0, output: 44, reasoning: 0, isAnthropic: false };

function toFiles(one: Session, index: number): readonly GeneratedFile[] {
  const fork = [...one.answers, forkedAnswer];
  return [
    toFile(toId(index, 'own'), one.answers, 0),
    ...(one.isForked ? [toFile(toId(index, 'fork'), fork, one.answers.length)] : []),
  ];
}

function toFile(sessionId: string, answers: readonly Answer[], copies: number): GeneratedFile {
  const messages = answers.map((each) => ({ message: { role: 'assistant', content: 'ä😀', usage: toUsage(each) } }));
  const versions = Array.from({ length: answers.length - copies + 1 }, (_, count) => {
    const own = answers.slice(copies, copies + count).map(toUsage);
    const sum = (name: 'prompt_tokens' | 'completion_tokens'): number =>
      own.reduce((total, usage) => total + usage[name], 0);
    const usage = { totalCost: 1, promptTokens: sum('prompt_tokens'), completionTokens: sum('completion_tokens') };
    const history = [{ message: { role: 'user', content: 'Webe' } }, ...messages.slice(0, copies + count)];
    return JSON.stringify({ sessionId, workspaceDirectory: '/home/ada/loom', history, usage }, null, 2);
  });
  return { path: `${folder}/${sessionId}.json`, versions };
}

function toListed(_: Session, index: number): readonly object[] {
  return ['own', 'fork'].map((kind) => ({ sessionId: toId(index, kind), dateCreated: String(startMs + index * 1000) }));
}

function toId(index: number, kind: string): string {
  return `0000000${index}-${kind}`;
}

function toUsage({ fresh, cached, written, output, reasoning, isAnthropic }: Answer) {
  const details = { cached_tokens: cached, cache_write_tokens: written };
  return {
    prompt_tokens: isAnthropic ? fresh : fresh + cached + written,
    completion_tokens: output,
    prompt_tokens_details: isAnthropic ? { ...details, cache_read_tokens: cached } : details,
    completion_tokens_details: { reasoning_tokens: reasoning },
    model: 'gpt-5.4',
  };
}

function toSpent(one: Answer): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: one.fresh,
    cacheReadTokens: one.cached,
    cacheCreation5mTokens: one.written,
    outputTokens: one.output,
    reasoningTokens: one.reasoning,
  };
}
