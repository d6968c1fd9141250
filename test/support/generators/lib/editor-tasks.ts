import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../../shared/domain/token-usage.ts';
import type { GeneratedFile, LogGenerator } from '../../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 5, 9);

const request = fc.record({
  say: fc.constantFrom('api_req_started', 'api_req_started', 'api_req_started', 'deleted_api_reqs', 'subagent_usage'),
  fresh: fc.integer({ min: 1, max: 5000 }),
  cacheWrites: fc.constantFrom(0, 70),
  cacheReads: fc.constantFrom(0, 100, 9000),
  tokensOut: fc.integer({ min: 1, max: 900 }),
  cost: fc.constantFrom(0, 0.0125),
});

const task = fc.record({
  requests: fc.array(request, { minLength: 1, maxLength: 5 }),
  /** The task is rewritten with so many of its messages before it has all of them. */
  rewrites: fc.array(fc.nat({ max: 5 }), { maxLength: 4 }),
});

type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;
type Task = typeof task extends fc.Arbitrary<infer Value> ? Value : never;

/** Tasks as extensions of editors keep them: one document each, in which a request gets its numbers when it has ended. */
export const taskStories = fc.array(task, { maxLength: 2 });

/** Generates the tasks of an extension whose `tokensIn` is all input. */
export function createTaskGenerator(extension: string): LogGenerator {
  const folder = `.config/Code/User/globalStorage/${extension}/tasks`;
  return {
    logs: fc.array(task, { minLength: 1, maxLength: 3 }).map((tasks) => ({
      files: tasks.map((one, index) => toTaskFile(folder, one, index, 'inclusive')),
      spent: tasks.map(toTaskSpent).reduce(addUsage, emptyUsage),
    })),
    copyOf: toOtherEditor,
  };
}

/** The same file in another editor. */
export function toOtherEditor(path: string, number: number): string {
  return path.replace('/Code/', `/${['Cursor', 'VSCodium', 'Windsurf'][number % 3]}/`);
}

/** A task's file: `inclusive` where `tokensIn` is all input. */
export function toTaskFile(folder: string, one: Task, index: number, counts: 'inclusive' | 'disjoint'): GeneratedFile {
  const messages = one.requests.map((each, place) => toMessage(each, place, counts));
  const toVersion = (count: number): string => {
    const running = messages.slice(count, count + 1).map((message) => ({ ...message, text: '{"request":"Webe"}' }));
    return JSON.stringify([
      ...messages.slice(0, count),
      ...running,
      { ts: startMs, type: 'say', say: 'text', text: 'ä😀' },
    ]);
  };
  const versions = [...one.rewrites.map(toVersion), toVersion(messages.length)];
  return { path: `${folder}/177788000${index}000/ui_messages.json`, versions };
}

/** What a task has used. */
export function toTaskSpent({ requests }: Task): TokenUsage {
  return requests
    .map((one) => ({
      ...emptyUsage,
      inputTokens: one.fresh,
      cacheCreation5mTokens: one.cacheWrites,
      cacheReadTokens: one.cacheReads,
      outputTokens: one.tokensOut,
    }))
    .reduce(addUsage, emptyUsage);
}

function toMessage(one: Request, place: number, counts: 'inclusive' | 'disjoint') {
  const { fresh, cacheWrites, cacheReads, tokensOut, cost } = one;
  const tokensIn = counts === 'inclusive' ? fresh + cacheWrites + cacheReads : fresh;
  return {
    ts: startMs + place * 1000,
    type: 'say',
    say: one.say,
    text: JSON.stringify({ request: 'Webe "tokensIn":7', tokensIn, tokensOut, cacheWrites, cacheReads, cost }),
    modelInfo: { providerId: 'cline', modelId: 'x-ai/grok-code-fast-1', mode: 'act' },
  };
}
