import { describe, expect, it } from 'vitest';
import { parseMetrics } from '../../../../../shared/sources/copilot-cli/metrics.ts';

const usage = { inputTokens: 5, outputTokens: 4, cacheReadTokens: 3, cacheWriteTokens: 2, reasoningTokens: 1 };
const parse = (given: object) => parseMetrics({ 'gpt-5': { usage, requests: { count: 1 }, ...given } })?.get('gpt-5');

describe('the metrics of a model', () => {
  it('have what it cost where that is stated, and zero where nobody can have paid it', () => {
    const costs = [7.6, '7', -7, 1e15, null, undefined].map((totalNanoAiu) => parse({ totalNanoAiu })?.nanoAiu);
    expect(costs).toEqual([8, 0, 0, 0, 0, 0]);
  });
});
