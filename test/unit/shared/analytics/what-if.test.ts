import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../../shared/analytics/compare-reports.ts';
import { summarize } from '../../../../shared/analytics/summaries.ts';
import { toModelWhatIfs, toPlanWhatIfs } from '../../../../shared/analytics/what-if.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import { listPrices } from '../../../support/list-prices.ts';
import { makeCell } from '../../../support/make-cell.ts';

const million = 1_000_000;

describe('toModelWhatIfs', () => {
  it('prices the same tokens as every model, the cheapest first and those without a price last', () => {
    const cells = [
      makeCell({ usage: { inputTokens: million } }),
      makeCell({ model: 'claude-haiku-4-5', usage: { inputTokens: million } }),
    ];
    expect(toModelWhatIfs(cells, ['nobody-knows-it', 'claude-opus-4-8'], listPrices)).toEqual([
      { model: 'claude-haiku-4-5', costMicroUsd: 2 * million, isUsed: true },
      { model: 'claude-opus-4-8', costMicroUsd: 10 * million, isUsed: true },
      { model: 'nobody-knows-it', costMicroUsd: null, isUsed: false },
    ]);
  });
});

describe('toPlanWhatIfs', () => {
  const plan = {
    id: 'pro',
    label: 'Claude Pro',
    blockLimits: [],
    monthlyUsd: 20,
    providerNames: [],
    readOn: '2026-05-01',
    readAt: '',
    source: 'claude-code',
  };

  it('scales the cost of a range to a month, and names who says that the person has a plan', () => {
    const subscription = {
      source: 'claude-code',
      plan: 'pro',
      label: '',
      knownFrom: 'setting',
      monthlyUsd: 20,
      monthCostMicroUsd: null,
      unpricedModels: [],
    } as const;
    const input = {
      plans: [plan],
      subscriptions: [subscription],
      costOf: () => ({ costMicroUsd: 7 * million, unpricedModels: ['new-model'] }),
      usedSources: ['claude-code'],
    };
    expect(toPlanWhatIfs({ ...input, days: 7 })).toEqual([
      {
        source: 'claude-code',
        plan: 'pro',
        label: 'Claude Pro',
        monthlyUsd: 20,
        monthCostMicroUsd: 30 * million,
        unpricedModels: ['new-model'],
        knownFrom: 'setting',
      },
    ]);
  });

  it('leaves out plans without a price and sources without usage; an unknown cost stays unknown', () => {
    const input = {
      subscriptions: [],
      costOf: () => ({ costMicroUsd: null, unpricedModels: [] }),
      days: 30,
      usedSources: ['claude-code'],
    };
    const plans = [plan, { ...plan, id: 'team', monthlyUsd: null }, { ...plan, source: 'codex' }];
    expect(toPlanWhatIfs({ ...input, plans })).toMatchObject([
      { plan: 'pro', monthCostMicroUsd: null, knownFrom: null },
    ]);
  });
});

describe('compareReports', () => {
  it('puts rows of the same key and source side by side, the largest change first', () => {
    const report = (cells: readonly UsageCell[]) =>
      summarize(
        cells,
        { by: 'project', split: 'none', since: null, until: null, timeZone: null, source: null },
        createCalendar('UTC'),
        listPrices,
        0,
      );
    const left = report([
      makeCell({ usage: { outputTokens: 5 } }),
      makeCell({ project: '/b', usage: { outputTokens: 7 } }),
    ]);
    const right = report([
      makeCell({ usage: { outputTokens: 9 } }),
      makeCell({ project: null, usage: { outputTokens: 100 } }),
    ]);
    const { rows, ...totals } = compareReports(left, right);
    expect(
      rows.map((row) => [row.key, row.left?.usage.outputTokens ?? null, row.right?.usage.outputTokens ?? null]),
    ).toEqual([
      [null, null, 100],
      ['/b', 7, null],
      ['/home/ada/engine', 5, 9],
    ]);
    expect([totals.left.usage.outputTokens, totals.right.usage.outputTokens]).toEqual([12, 109]);
  });
});
