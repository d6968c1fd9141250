import { describe, expect, it } from 'vitest';
import { createExplainer, type ExplainTarget } from '../../../../../renderer/features/explain/ask.ts';
import type { ExplainContext, ExplainPart } from '../../../../../renderer/features/explain/view-model.ts';
import type { AnswerOf, Host, HostCalls } from '../../../../../shared/contract/index.ts';
import type { BacktestRow } from '../../../../../shared/domain/backtest.ts';
import type { TotalForecast } from '../../../../../shared/domain/forecast.ts';
import { hourMs, minuteMs } from '../../../../../shared/domain/instant.ts';
import { toLimitKey } from '../../../../../shared/domain/limit-id.ts';
import type { LimitOutlook } from '../../../../../shared/domain/limit-window.ts';
import { usDollar } from '../../../../../shared/domain/money.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import { createFakeBlock } from '../../../../fakes/fake-sections.ts';
import { makeReading } from '../../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const context: ExplainContext = { nowMs, timeZone: 'UTC', currency: usDollar };
const reading = makeReading({ usedPercent: 71, resetsAtMs: nowMs + hourMs, observedAtMs: nowMs - minuteMs });
const window: LimitOutlook = {
  ...reading,
  trustedUntilMs: nowMs + hourMs,
  runsOutAtMs: null,
  pace: { elapsedPercent: 60, deltaPercent: 11 } as LimitOutlook['pace'],
  provenance: 'official',
  runOutProbability: 0.125,
};
const older = { ...reading, origin: 'statusline' as const, usedPercent: 64, observedAtMs: nowMs - 3 * hourMs };
const quantiles = { p10: 72, p25: 75, p50: 80, p75: 85, p90: 90 };
const limitForecast = {
  id: window.id,
  source: window.source,
  asOfMs: nowMs,
  endMs: nowMs + hourMs,
  observedAtMs: nowMs - 3 * hourMs,
  usedPercent: 71,
  percent: quantiles,
  interval: { from: 73, to: 91 },
  runOut: { probability: 0.125, earlyMs: null, medianMs: null, lateMs: null },
};
const total = (kind: TotalForecast['kind'], source: string | null): TotalForecast => ({
  kind,
  source,
  startMs: nowMs - hourMs,
  endMs: nowMs + 4 * hourMs,
  asOfMs: nowMs,
  usedTokens: 2_000_000,
  tokens: { p10: 2e6, p25: 2.2e6, p50: 2.5e6, p75: 3e6, p90: 4e6 },
  interval: { from: 2e6, to: 4e6 },
  nothingMore: 0.3,
  runOut: null,
});
const record = (quantity: BacktestRow['quantity'], medianApe: number) =>
  ({
    quantity,
    method: 'fuelgauge',
    elapsedShare: 0.5,
    historyDays: null,
    forecasts: 41,
    medianApe,
    coverage80: 0.81,
  }) as unknown as BacktestRow;

/** A host that answers these calls; what it was asked is kept. */
function createHost(changes: Record<string, () => unknown> = {}) {
  const asked: string[] = [];
  const answers: Record<string, () => unknown> = {
    explainLimits: () => ({
      generatedAtMs: nowMs,
      rows: [
        {
          id: 'codex',
          window,
          isBinding: true,
          readings: [
            { ...reading, isUsed: true, givesReset: true },
            { ...older, isUsed: false, givesReset: false },
          ],
          capacity: null,
          allowance: null,
        },
      ],
    }),
    explainBlocks: () => ({
      generatedAtMs: nowMs,
      rows: [
        {
          id: 'x',
          block: { ...createFakeBlock(nowMs), source: 'codex' },
          rule: 'first-event',
          reset: null,
          limit: null,
          baselines: [],
        },
      ],
    }),
    explainCost: (): AnswerOf<HostCalls, 'explainCost'> => ({
      generatedAtMs: nowMs,
      day: '2026-05-14',
      costMode: 'calculate',
      rows: Array.from({ length: 7 }, (_, index) => ({
        model: `model-${index}`,
        source: 'codex',
        events: 3,
        usage: emptyUsage,
        costMicroUsd: index === 0 ? null : 1_000_000 * index,
        isCostPartial: index === 0,
        kind: index === 0 ? 'unknown' : 'estimated',
      })),
    }),
    forecast: () => ({ totals: [total('block', 'codex'), total('day', null)], limits: [limitForecast], anomalies: [] }),
    backtest: () => ({ rows: [record('block-total', 0.12), record('day-total', 0.34)] }),
    ...changes,
  };
  const call = (name: string) => {
    asked.push(name);
    return Promise.resolve().then(() => answers[name]?.());
  };
  return { host: { call } as unknown as Pick<Host, 'call'>, asked };
}

async function explainAll(
  explainer: ReturnType<typeof createExplainer>,
  target: ExplainTarget,
  at = context,
): Promise<readonly (readonly ExplainPart[])[]> {
  const all: (readonly ExplainPart[])[] = [];
  for await (const parts of explainer.explain(target, at)) all.push(parts);
  return all;
}

const limit: ExplainTarget = { kind: 'limit', source: 'codex', id: toLimitKey(window.id) };

describe('a limit', () => {
  it('names its readings with their kind and age, the rule, and its forecast', async () => {
    const { host, asked } = createHost();
    const [parts] = await explainAll(createExplainer(host), limit);
    const [own, forecast] = parts ?? [];
    expect(own?.items).toEqual([
      'log: 71% used (official, 1 min ago), shown here',
      'status line: 64% used (stale, 3 h ago)',
    ]);
    expect(own?.sentences).toEqual([
      'The figure is the newest observation, wherever it was found.',
      '2 places report this window; where they differ, the newer one counts.',
      'Of all windows, it is the one that stops you first.',
      'When it was read, 60% of the window’s time had passed.',
    ]);
    expect(forecast?.sentences[0]).toBe('71% so far, likely 80% at its end; 8 times in 10 between 73% and 91%.');
    expect(asked).toEqual(['explainLimits', 'forecast']);
  });

  it('says how old a figure is that is too old to say whether it runs out', async () => {
    const sayOf = async (runOut: typeof limitForecast.runOut | null): Promise<string | undefined> => {
      const { host } = createHost({ forecast: () => ({ totals: [], limits: [{ ...limitForecast, runOut }] }) });
      const [parts] = await explainAll(createExplainer(host), limit);
      return parts?.[1]?.sentences.at(-2);
    };
    expect(await sayOf(limitForecast.runOut)).toBe('Chance of running out before the end: 1 in 8.');
    expect(await sayOf(null)).toBe('The provider’s figure is 3 h old, too old to say whether it runs out.');
  });

  it('that is no longer known has nothing to say', async () => {
    const { host } = createHost({ explainLimits: () => ({ generatedAtMs: nowMs, rows: [] }) });
    expect(await explainAll(createExplainer(host), limit)).toEqual([[]]);
  });
});

describe('a forecast', () => {
  it('says what it is at once, and how good such ones were when that is known', async () => {
    const { host } = createHost();
    const [first, second] = await explainAll(createExplainer(host), { kind: 'day' });
    expect(first?.[0]?.sentences.join(' ')).toContain('Checking how good');
    expect(second?.[0]?.sentences.join(' ')).toContain('Of 41 such forecasts');
    expect(second?.[0]?.sentences.join(' ')).toContain('median error was 34%');
  });

  it('of a block has the record of blocks, which is asked for once in six hours', async () => {
    const { host, asked } = createHost();
    const explainer = createExplainer(host);
    const block: ExplainTarget = { kind: 'block', source: 'codex' };
    const known = (await explainAll(explainer, block)).at(-1);
    expect(known?.map(({ title }) => title)).toEqual(['Block', 'Forecast']);
    expect(known?.[1]?.sentences.join(' ')).toContain('median error was 12%');
    await explainAll(explainer, { kind: 'day' });
    expect(asked.filter((name) => name === 'backtest')).toHaveLength(1);
    await explainAll(explainer, block, { ...context, nowMs: nowMs + 7 * hourMs });
    expect(asked.filter((name) => name === 'backtest')).toHaveLength(2);
  });

  it('asks again after a record that failed', async () => {
    let fails = true;
    const { host } = createHost({
      backtest: () => {
        if (fails) throw new Error('no worker');
        return { rows: [] };
      },
    });
    const explainer = createExplainer(host);
    await expect(explainAll(explainer, { kind: 'day' })).rejects.toThrow('no worker');
    fails = false;
    const known = (await explainAll(explainer, { kind: 'day' })).at(-1);
    expect(known?.[0]?.sentences.join(' ')).toContain('its error is not known');
  });
});

describe('the cost of today', () => {
  it('is listed by model, an unknown price as such, and many are counted', async () => {
    const { host } = createHost();
    const [parts] = await explainAll(createExplainer(host), { kind: 'cost' });
    expect(parts?.[0]?.title).toBe('API-equivalent cost, 2026-05-14');
    expect(parts?.[0]?.items).toEqual([
      'model-0: no known price, 3 responses',
      'model-1: $1.00, 3 responses',
      'model-2: $2.00, 3 responses',
      'model-3: $3.00, 3 responses',
      'model-4: $4.00, 3 responses',
      'and 2 more',
    ]);
  });
});
