import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUsage, emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import { shareMetrics } from '../../../../../shared/sources/copilot-cli/share.ts';

const count = fc.nat({ max: 1e9 });
const outputs = fc.array(fc.option(fc.nat({ max: 1000 })), { minLength: 1, maxLength: 20 });

describe('shareMetrics', () => {
  it('divides sums to the token and to the micro-dollar', () => {
    fc.assert(
      fc.property(count, count, count, count, outputs, (fresh, cacheRead, cacheWrite, more, each) => {
        const logged = each.reduce<number>((sum, output) => sum + (output ?? 0), 0);
        const output = logged + more;
        const metrics = {
          requests: each.length,
          input: fresh + cacheRead + cacheWrite,
          output,
          cacheRead,
          cacheWrite,
          reasoning: Math.floor(output / 2),
          nanoAiu: more * 1e5,
        };
        const shares = shareMetrics(metrics, each);
        expect(shares.map(({ usage }) => usage).reduce(addUsage, emptyUsage)).toEqual({
          ...emptyUsage,
          inputTokens: fresh,
          cacheReadTokens: cacheRead,
          cacheCreation5mTokens: cacheWrite,
          outputTokens: output,
          reasoningTokens: Math.floor(output / 2),
        });
        expect(shares.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0)).toBe(more);
        for (const [index, { usage }] of shares.entries()) {
          expect(usage.outputTokens).toBeGreaterThanOrEqual(each[index] ?? 0);
          expect(usage.reasoningTokens).toBeLessThanOrEqual(usage.outputTokens);
        }
      }),
    );
  });
});
