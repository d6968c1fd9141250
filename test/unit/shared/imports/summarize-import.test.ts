import { describe, expect, it } from 'vitest';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { summarizeImport } from '../../../../shared/imports/summarize-import.ts';
import type { ImportedUse } from '../../../../shared/sources/lib/imported-uses/imported-use.ts';

const use = (atMs: number, model: string, inputTokens: number, costUsd: number | null = null): ImportedUse => ({
  id: `${model} at ${atMs}`,
  atMs,
  model,
  usage: { ...emptyUsage, inputTokens },
  costUsd,
});

describe('summarizeImport', () => {
  it('adds everything up, in whatever order it comes', () => {
    const uses = [use(300, 'small', 5, 0.25), use(100, 'large', 10), use(200, 'large', 20, 0.5)];
    expect(summarizeImport({ uses, skips: { 'no-model': 2 } })).toEqual({
      requests: 3,
      firstAtMs: 100,
      lastAtMs: 300,
      usage: { ...emptyUsage, inputTokens: 35 },
      costMicroUsd: 750_000,
      models: [
        { model: 'large', requests: 2, usage: { ...emptyUsage, inputTokens: 30 } },
        { model: 'small', requests: 1, usage: { ...emptyUsage, inputTokens: 5 } },
      ],
      skips: { 'no-model': 2 },
    });
  });

  it('has no times and no cost where there are none: unknown is not zero', () => {
    expect(summarizeImport({ uses: [], skips: {} })).toMatchObject({
      requests: 0,
      firstAtMs: null,
      lastAtMs: null,
      usage: emptyUsage,
      costMicroUsd: null,
      models: [],
    });
    expect(summarizeImport({ uses: [use(1, 'large', 1)], skips: {} }).costMicroUsd).toBeNull();
  });
});
