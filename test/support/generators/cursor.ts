import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import { toImportedLine, type ImportedUse } from '../../../shared/sources/lib/imported-uses/imported-use.ts';
import type { LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);
const folder = '.fuelgauge/imports/cursor/1777629600000';

const usage: fc.Arbitrary<TokenUsage> = fc.record({
  inputTokens: fc.integer({ min: 1, max: 3 }),
  cacheCreation5mTokens: fc.constantFrom(0, 70),
  cacheCreation1hTokens: fc.constant(0),
  cacheReadTokens: fc.constantFrom(0, 100),
  outputTokens: fc.integer({ min: 40, max: 41 }),
  reasoningTokens: fc.constant(0),
});

/** Several imports, of which some overlap. */
export const generator: LogGenerator = {
  logs: fc
    .record({ usages: fc.array(usage, { minLength: 1, maxLength: 8 }), overlap: fc.nat({ max: 3 }) })
    .map(({ usages, overlap }) => {
      const uses = usages.map((own, index): ImportedUse => ({
        id: `use-${index}`,
        atMs: startMs + index * 60_000,
        model: 'composer-1',
        usage: own,
        costUsd: null,
      }));
      const half = Math.ceil(uses.length / 2);
      const parts = [uses.slice(0, half), uses.slice(Math.max(0, half - overlap))];
      return {
        files: parts.map((part, index) => ({ path: `${folder}/${index}.jsonl`, lines: part.map(toImportedLine) })),
        spent: usages.reduce(addUsage, emptyUsage),
      };
    }),
  copyOf: (path, number) => path.replace(/([^/]+)$/, `copy-${number}-$1`),
};
