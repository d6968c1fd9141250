import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import { toProxyLine } from '../../../shared/sources/lib/proxy-journal.ts';
import type { LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const folder = '.fuelgauge/proxy/litellm';

const usage: fc.Arbitrary<TokenUsage> = fc.record({
  inputTokens: fc.integer({ min: 1, max: 3 }),
  cacheCreation5mTokens: fc.constantFrom(0, 70),
  cacheCreation1hTokens: fc.constant(0),
  cacheReadTokens: fc.constantFrom(0, 100),
  outputTokens: fc.integer({ min: 40, max: 41 }),
  reasoningTokens: fc.constant(0),
});

/** Responses that a proxy reported over two days, some of them twice. */
export const generator: LogGenerator = {
  logs: fc
    .record({ usages: fc.array(usage, { minLength: 1, maxLength: 8 }), repeats: fc.nat({ max: 3 }) })
    .map(({ usages, repeats }) => {
      const lines = usages.map((own, index) =>
        toProxyLine({
          ...{ id: `use-${index}`, atMs: startMs + index * 60_000, model: 'gpt-5.5', provider: 'openai' },
          ...{ sessionId: null, providerRequestId: null, user: 'ada', team: null, key: 'laptop' },
          ...{ usage: own, costUsd: null, isCounted: true as const },
        }),
      );
      const half = Math.ceil(lines.length / 2);
      return {
        files: [
          { path: `${folder}/2026-05-04.proxy`, lines: lines.slice(0, half) },
          { path: `${folder}/2026-05-05.proxy`, lines: lines.slice(Math.max(0, half - repeats)) },
        ],
        spent: usages.reduce(addUsage, emptyUsage),
      };
    }),
  copyOf: (path, number) => path.replace(/-05\.proxy$|-04\.proxy$/, `-${10 + number}.proxy`),
};
