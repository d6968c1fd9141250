import { describe, expect, it } from 'vitest';
import {
  addUsage,
  cacheCreationTokens,
  emptyUsage,
  promptTokens,
  totalTokens,
  type TokenUsage,
} from '../../../../shared/domain/token-usage.ts';

/** A different digit for each class, so that a sum shows what it is made of. */
const usage: TokenUsage = {
  inputTokens: 1,
  cacheCreation5mTokens: 20,
  cacheCreation1hTokens: 300,
  cacheReadTokens: 4_000,
  outputTokens: 50_000,
  reasoningTokens: 600_000,
};

describe('token usage', () => {
  it('is added class by class', () => {
    expect(addUsage(usage, emptyUsage)).toEqual(usage);
    expect(addUsage(emptyUsage, usage)).toEqual(usage);
    expect(addUsage(usage, usage)).toEqual({
      inputTokens: 2,
      cacheCreation5mTokens: 40,
      cacheCreation1hTokens: 600,
      cacheReadTokens: 8_000,
      outputTokens: 100_000,
      reasoningTokens: 1_200_000,
    });
  });

  it('counts every class once in a total: reasoning is part of output', () => {
    expect(totalTokens(usage)).toBe(54_321);
    expect(promptTokens(usage)).toBe(4_321);
    expect(cacheCreationTokens(usage)).toBe(320);
  });
});
