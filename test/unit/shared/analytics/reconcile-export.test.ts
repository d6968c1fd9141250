import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcileExport, toModelKey } from '../../../../shared/analytics/reconcile-export.ts';
import type { ProviderExport, ProviderUse } from '../../../../shared/domain/provider-export.ts';
import type { ReportRow } from '../../../../shared/domain/report.ts';
import { emptyUsage, type TokenUsage } from '../../../../shared/domain/token-usage.ts';

const day = '2026-05-01';
const model = 'claude-opus-4-8';
const use = (usage: Partial<TokenUsage>, change: Partial<ProviderUse> = {}): ProviderUse => ({
  ...{ day, model, requests: null, costUsd: null, usage: { ...emptyUsage, ...usage } },
  ...change,
});
const here = (usage: Partial<TokenUsage>, change: Partial<ReportRow> = {}): ReportRow => ({
  ...{ key: day, alsoKeys: [`${model}-20260401`], source: 'claude-code', split: null, models: [], events: 1 },
  ...{ unfinishedEvents: 0, costMicroUsd: 1_000, unpricedModels: [], firstAtMs: 0, lastAtMs: 0 },
  usage: { ...emptyUsage, ...usage },
  ...change,
});
const toExport = (...uses: readonly ProviderUse[]): ProviderExport => ({
  ...{ provider: { id: 'anthropic', label: 'Anthropic', models: /^claude/ }, kind: 'usage', uses, skips: {} },
});
const only = (uses: readonly ProviderUse[], rows: readonly ReportRow[]) => reconcileExport(toExport(...uses), rows)[0]!;

describe('an export beside what is counted here', () => {
  it('agrees where every class of tokens does, over all rows and sources', () => {
    const rows = [
      here({ inputTokens: 4, outputTokens: 1 }),
      here({ inputTokens: 6, outputTokens: 1 }, { source: 'x' }),
    ];
    expect(reconcileExport(toExport(use({ inputTokens: 10 }), use({ outputTokens: 2 })), rows)).toEqual([
      {
        ...{ day, model, requests: null, responses: 2, chargedMicroUsd: null, estimatedMicroUsd: 2_000 },
        tokens: { provider: 12, here: 12, matched: 12, understated: 0, notHere: 0, onlyHere: 0 },
      },
    ]);
  });

  it('calls output alone that is missing understated', () => {
    const row = only([use({ inputTokens: 10, outputTokens: 9 })], [here({ inputTokens: 10, outputTokens: 2 })]);
    expect(row.tokens).toMatchObject({ matched: 12, understated: 7, notHere: 0 });
  });

  it('does not call it understated where there is nothing here, or anything else differs', () => {
    expect(only([use({ outputTokens: 9 })], []).tokens).toMatchObject({ understated: 0, notHere: 9 });
    const row = only([use({ inputTokens: 11, outputTokens: 9 })], [here({ inputTokens: 10, outputTokens: 2 })]);
    expect(row.tokens).toMatchObject({ understated: 0, notHere: 8, matched: 12 });
  });

  it('does not set tokens of one class off against those of another', () => {
    const row = only([use({ inputTokens: 10 })], [here({ cacheReadTokens: 10 })]);
    expect(row.tokens).toMatchObject({ provider: 10, here: 10, matched: 0, notHere: 10, onlyHere: 10 });
  });

  it('lists what only is here of the provider, within its days', () => {
    const rows = [
      here({ inputTokens: 1 }, { alsoKeys: ['claude-haiku-4-5'] }),
      here({ inputTokens: 1 }, { alsoKeys: ['gpt-5.5'] }),
      here({ inputTokens: 1 }, { key: '2026-04-30' }),
    ];
    const models = reconcileExport(toExport(use({ inputTokens: 1 })), rows).map((row) => [row.model, row.responses]);
    expect(models).toEqual([
      ['claude-haiku-4-5', 1],
      [model, 0],
    ]);
  });

  it('compares what was charged with an estimate, as far as every price is known', () => {
    const cost: ProviderExport = { ...toExport(use({}, { usage: null, costUsd: 0.25 })), kind: 'cost' };
    expect(reconcileExport(cost, [here({ inputTokens: 1 })])).toMatchObject([
      { tokens: null, chargedMicroUsd: 250_000, estimatedMicroUsd: 1_000 },
    ]);
    const unpriced = here({ inputTokens: 1 }, { unpricedModels: [model] });
    expect(reconcileExport(cost, [here({ inputTokens: 1 }), unpriced])).toMatchObject([{ estimatedMicroUsd: null }]);
  });

  it.each([
    ['Claude Opus 4.6', 'claude-opus-4-6'],
    ['Claude 3.5 Sonnet 2024-10-22', 'claude-3-5-sonnet'],
    ['claude-opus-4-6-20260205', 'claude-opus-4-6'],
    ['claude-sonnet-4-6[1m]', 'claude-sonnet-4-6'],
    ['gpt-4o-mini-2024-07-18', 'gpt-4o-mini'],
    ['anthropic/claude-opus-4.6', 'claude-opus-4-6'],
  ])('compares %s as %s', (name, key) => expect(toModelKey(name)).toBe(key));

  it('adds up, whatever the sides are', () => {
    const count = fc.nat(1_000);
    const usage = fc.record({
      ...{ inputTokens: count, cacheCreation5mTokens: count, cacheCreation1hTokens: count },
      ...{ cacheReadTokens: count, outputTokens: count },
    });
    fc.assert(
      fc.property(usage, usage, (theirs, ours) => {
        const { tokens } = only([use(theirs)], [here(ours)]);
        if (tokens === null) throw new Error('no tokens');
        expect(tokens.matched + tokens.understated + tokens.notHere).toBe(tokens.provider);
        expect(tokens.matched + tokens.onlyHere).toBe(tokens.here);
        expect(Math.min(...Object.values(tokens))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
