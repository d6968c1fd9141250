import fc from 'fast-check';
import { addUsage, emptyUsage } from '../../../shared/domain/token-usage.ts';
import { toHistoryLine, type HistoryUse } from '../../../shared/sources/lib/imported-uses/history-use.ts';
import type { LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 3, 1, 12);
const folder = '.fuelgauge/imports/history/codeburn/1777629600000';

const usage = fc.record({
  inputTokens: fc.integer({ min: 1, max: 3 }),
  cacheReadTokens: fc.constantFrom(0, 100),
  outputTokens: fc.integer({ min: 40, max: 41 }),
});

/** Sums of days in several files, of which some overlap. */
export const generator: LogGenerator = {
  logs: fc
    .record({ usages: fc.array(usage, { minLength: 1, maxLength: 8 }), overlap: fc.nat({ max: 3 }) })
    .map(({ usages, overlap }) => {
      const uses = usages.map((own, index): HistoryUse => ({
        ...{ id: `day-${index}`, key: null, agent: 'codex', model: 'gpt-5', costUsd: null },
        atMs: startMs + index * 60_000,
        usage: { ...emptyUsage, ...own },
      }));
      const half = Math.ceil(uses.length / 2);
      const parts = [uses.slice(0, half), uses.slice(Math.max(0, half - overlap))];
      return {
        files: parts.map((part, index) => ({ path: `${folder}/${index}.jsonl`, lines: part.map(toHistoryLine) })),
        spent: uses.reduce((sum, use) => addUsage(sum, use.usage), emptyUsage),
      };
    }),
  copyOf: (path, number) => path.replace(/([^/]+)$/, `copy-${number}-$1`),
};
