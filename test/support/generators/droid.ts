import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const folder = '.factory/sessions/-home-ada-loom';

const request = fc.record({
  inputTokens: fc.integer({ min: 1, max: 3 }),
  cacheCreationTokens: fc.constantFrom(0, 70),
  cacheReadTokens: fc.constantFrom(0, 100),
  outputTokens: fc.integer({ min: 40, max: 41 }),
  thinkingTokens: fc.constantFrom(0, 33),
});

type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

/** Sessions whose sums grow; a copy stands elsewhere under the same name. */
export const generator: LogGenerator = {
  logs: fc.array(fc.array(request, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 4 }).map((sessions) => ({
    files: sessions.map((requests, index) => ({
      path: `${folder}/session-${index}.settings.json`,
      versions: requests.map((_, last) => toSettings(requests.slice(0, last + 1), index)),
    })),
    spent: sessions.flat().map(toSpent).reduce(addUsage, emptyUsage),
  })),
  copyOf: (path, number) => path.replace('-home-ada-loom', `-home-ada-copy-${number}`),
};

function toSettings(requests: readonly Request[], index: number): string {
  const sum = (name: keyof Request): number => requests.reduce((total, one) => total + one[name], 0);
  const names = ['inputTokens', 'cacheCreationTokens', 'cacheReadTokens', 'outputTokens', 'thinkingTokens'] as const;
  return JSON.stringify({
    model: 'gpt-5.2',
    providerLock: 'openai',
    providerLockTimestamp: new Date(startMs + index * 1000).toISOString(),
    tokenUsage: Object.fromEntries(names.map((name) => [name, sum(name)])),
  });
}

function toSpent(one: Request): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: one.inputTokens,
    cacheCreation5mTokens: one.cacheCreationTokens,
    cacheReadTokens: one.cacheReadTokens,
    outputTokens: one.outputTokens + one.thinkingTokens,
    reasoningTokens: one.thinkingTokens,
  };
}
