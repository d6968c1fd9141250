import { describe, expect, it } from 'vitest';
import { collectBurnMinutes, measureBurnRates } from '../../../../shared/analytics/burn-rate.ts';
import { listPrices } from '../../../support/list-prices.ts';
import type { BurnRate, RecentBurn } from '../../../../shared/domain/burn-rate.ts';
import { makeCell, type CellPatch } from '../../../support/make-cell.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const minutesAgo = (minutes: number): number => nowMs - minutes * 60_000;

type Patch = CellPatch & { readonly ago: number };

function toBurn(patches: readonly Patch[], coverageMinutes: number | null = 600): RecentBurn {
  const cells = patches.map(({ ago, ...patch }) => makeCell({ ...patch, at: new Date(minutesAgo(ago)).toISOString() }));
  return {
    minutes: collectBurnMinutes(cells, listPrices),
    coverageFromMs: coverageMinutes === null ? null : minutesAgo(coverageMinutes),
  };
}

function rates(patches: readonly Patch[], coverageMinutes?: number | null): readonly BurnRate[] {
  return measureBurnRates(toBurn(patches, coverageMinutes), nowMs);
}

const perMinute = (patches: readonly Patch[], coverageMinutes?: number | null) =>
  rates(patches, coverageMinutes).map(({ tokensPerMinute }) => tokensPerMinute);

describe('measureBurnRates', () => {
  it('returns all tokens, fresh tokens and cost over 5, 15 and 60 minutes', () => {
    const usage = { inputTokens: 1_000, cacheReadTokens: 8_000, outputTokens: 1_000, reasoningTokens: 900 };
    const cost = { costMicroUsdPerHour: 510_000, isCostPartial: false };
    expect(rates([{ ago: 4, usage }])).toEqual([
      // (1000x5 + 8000x0.5 + 1000x25) micro-dollars in 4 minutes, times 15
      { windowMinutes: 5, tokensPerMinute: 2_500, freshTokensPerMinute: 500, ...cost },
      { windowMinutes: 15, tokensPerMinute: 2_500, freshTokensPerMinute: 500, ...cost },
      { windowMinutes: 60, tokensPerMinute: 2_500, freshTokensPerMinute: 500, ...cost },
    ]);
  });

  it('counts the events of each window, excluding its start', () => {
    const usage = { inputTokens: 600 };
    expect(
      perMinute([
        { ago: 60, usage },
        { ago: 30, usage },
        { ago: 5, usage },
        { ago: 3, usage },
      ]),
    ).toEqual([200, 240, 60]);
  });

  it('decays to zero when nothing happens any more', () => {
    const usage = { inputTokens: 60_000 };
    expect(perMinute([{ ago: 0.2, usage }])[2]).toBe(60_000);
    expect(perMinute([{ ago: 30, usage }])[2]).toBe(2_000);
    expect(perMinute([{ ago: 59, usage }])[2]).toBe(1_017);
    expect(perMinute([{ ago: 61, usage }])).toEqual([0, 0, 0]);
  });

  it('is unknown for time that was not observed', () => {
    expect(perMinute([], null)).toEqual([null, null, null]);
    expect(perMinute([], 10)).toEqual([0, null, null]);
    expect(perMinute([{ ago: 8, usage: { inputTokens: 800 } }], 10)).toEqual([0, 100, 100]);
    expect(perMinute([{ ago: 3, usage: { inputTokens: 900 } }], -1)).toEqual([null, null, null]);
  });

  it('counts from the first instant that was observed to this one, both included', () => {
    const usage = { inputTokens: 900 };
    expect(perMinute([{ ago: 0, usage }], 0)).toEqual([900, 900, 900]);
    // What came before is not part of the observed time.
    expect(perMinute([{ ago: 8, usage }], 5)).toEqual([0, null, null]);
  });

  it('has tokens without a price', () => {
    expect(rates([{ ago: 2, model: 'mimo-v2.5-pro', usage: { inputTokens: 200 } }])[0]).toEqual({
      windowMinutes: 5,
      tokensPerMinute: 100,
      freshTokensPerMinute: 100,
      costMicroUsdPerHour: null,
      isCostPartial: true,
    });
    const both = [
      { ago: 2, usage: { inputTokens: 200 } },
      { ago: 10, model: 'mimo-v2.5-pro' },
    ];
    expect(rates(both).map(({ isCostPartial }) => isCostPartial)).toEqual([false, true, true]);
  });

  it('ignores events from the future', () => {
    expect(perMinute([{ ago: -3, usage: { inputTokens: 900 } }])).toEqual([0, 0, 0]);
  });
});

describe('collectBurnMinutes', () => {
  const usage = { inputTokens: 100, cacheReadTokens: 1_000 };

  it('sums by source and minute, in chronological order', () => {
    const { minutes } = toBurn([
      { ago: 3, source: 'codex', model: 'mimo', usage },
      { ago: 3, usage },
      { ago: 2.99, usage, sessionId: 'other' },
      { ago: 10, usage },
    ]);
    expect(minutes.map(({ source, atMs, tokens }) => [source, (nowMs - atMs) / 60_000, tokens])).toEqual([
      ['claude-code', 10, 1_100],
      ['claude-code', 3, 2_200],
      ['codex', 3, 1_100],
    ]);
    expect(minutes.map(({ freshTokens, costMicroUsd }) => [freshTokens, costMicroUsd !== null])).toEqual([
      [100, true],
      [200, true],
      [100, false],
    ]);
  });

  it('adds up the costs that are known', () => {
    const costs = (...models: readonly string[]) =>
      toBurn(models.map((model) => ({ ago: 3, model, usage }))).minutes.map(({ costMicroUsd }) => costMicroUsd);
    // 100x5 + 1000x0.5
    expect(costs('claude-opus-4-8', 'claude-opus-4-8')).toEqual([2_000]);
    expect(costs('claude-opus-4-8', 'mimo')).toEqual([1_000]);
    expect(costs('mimo', 'claude-opus-4-8')).toEqual([1_000]);
    expect(costs('mimo', 'mimo')).toEqual([null]);
  });

  it('returns facts from which later rates follow without another query', () => {
    const burn = toBurn([{ ago: 4, usage: { inputTokens: 4_000 } }]);
    expect(measureBurnRates(burn, nowMs).map(({ tokensPerMinute }) => tokensPerMinute)).toEqual([1_000, 1_000, 1_000]);
    expect(measureBurnRates(burn, nowMs + 6 * 60_000).map(({ tokensPerMinute }) => tokensPerMinute)).toEqual([
      0, 400, 400,
    ]);
    expect(measureBurnRates(burn, nowMs + 3_600_000).map(({ tokensPerMinute }) => tokensPerMinute)).toEqual([0, 0, 0]);
  });
});
