import { describe, expect, it } from 'vitest';
import {
  distinguish,
  toAdvice,
  toComparedView,
  toOrdered,
  toPlanView,
  toSides,
  toUsualRanges,
} from '../../../../../renderer/features/compare/view-model.ts';
import { usDollar } from '../../../../../shared/domain/money.ts';
import type { UsageTotals } from '../../../../../shared/domain/report.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import type { CacheHabit, PlanWhatIf } from '../../../../../shared/domain/what-if.ts';

function makeTotals(tokens: number, costMicroUsd: number | null): UsageTotals {
  const usage = { ...emptyUsage, outputTokens: tokens };
  return { events: 1, unfinishedEvents: 0, usage, costMicroUsd, unpricedModels: [] };
}

describe('two ranges', () => {
  it('are by default the chosen one and the one before it', () => {
    expect(toUsualRanges({ since: '2026-05-08', until: '2026-05-14' }, '2026-05-14')).toEqual({
      leftSince: '2026-05-01',
      leftUntil: '2026-05-07',
      rightSince: '2026-05-08',
      rightUntil: '2026-05-14',
    });
    expect(toUsualRanges({ since: null, until: null }, '2026-05-30').rightSince).toBe('2026-05-01');
  });

  it('end after they begin, whichever day is chosen first', () => {
    const range = { since: '2026-05-01', until: '2026-05-07' };
    expect(toOrdered('2026-05-01', '2026-05-07')).toEqual(range);
    expect(toOrdered('2026-05-07', '2026-05-01')).toEqual(range);
    expect(toOrdered('2026-05-07', '2026-05-07')).toEqual({ since: '2026-05-07', until: '2026-05-07' });
  });

  it('say what is new, gone, more and less, and keep an unknown cost unknown', () => {
    expect(toSides(null, makeTotals(5, 1), usDollar).change).toBe('new');
    expect(toSides(makeTotals(5, 1), null, usDollar).change).toBe('gone');
    expect(toSides(makeTotals(10, null), makeTotals(15, 2_000_000), usDollar)).toMatchObject({
      change: '+50%',
      leftCost: null,
      rightCost: '$2.00',
    });
    expect(toSides(makeTotals(10, 1), makeTotals(5, 1), usDollar).change).toBe('−50%');
  });

  it('say what has not changed, and that no use costs nothing', () => {
    expect(toSides(null, null, usDollar).change).toBe('±0');
    expect(toSides(makeTotals(5, 1), makeTotals(5, 1), usDollar).change).toBe('±0%');
    expect(toSides(null, makeTotals(5, 2_000_000), usDollar)).toMatchObject({ leftCost: '$0.00', rightCost: '$2.00' });
  });

  it('name a project by its folder alone, and its path in the tooltip', () => {
    const row = { key: '/home/ada/work/atlas', source: 'codex', left: null, right: makeTotals(5, 1) };
    const labelOf = (): string => 'Codex';
    const view = toComparedView(row, 'project', labelOf, usDollar);
    expect([view.name, view.title]).toEqual(['atlas', '/home/ada/work/atlas · Codex']);
    expect(toComparedView({ ...row, key: null }, 'branch', labelOf, usDollar).name).toBe('No branch');
    expect(toComparedView(row, 'source', labelOf, usDollar).name).toBe('Codex');
  });
});

it('a plan gives the same use through the API over its price', () => {
  const plan: PlanWhatIf = {
    source: 's',
    plan: 'p',
    label: 'P',
    monthlyUsd: 20,
    monthCostMicroUsd: 50_000_000,
    unpricedModels: [],
    knownFrom: null,
  };
  const view = (patch: Partial<PlanWhatIf>) => toPlanView({ ...plan, ...patch }, usDollar);
  expect(view({})).toMatchObject({ price: '$20.00', worth: '$50.00', breakEven: 'usage worth 250% of its price' });
  expect(view({ monthCostMicroUsd: null })).toMatchObject({ worth: null, breakEven: null });
  expect(view({ monthlyUsd: 0 })).toMatchObject({ worth: '$50.00', breakEven: null });
  // Some of the cost is not known: it returns at least that.
  expect(view({ unpricedModels: ['new-model'] })).toMatchObject({
    worth: '$50.00+',
    breakEven: 'usage worth 250%+ of its price',
    title: expect.stringContaining('Excludes new-model, whose cost is not known.'),
    note: 'Excludes new-model, whose cost is not known.',
  });
});

it('names the agent where several rows would have the same name', () => {
  const toView = (key: string | null, source: string) =>
    toComparedView({ key, source, left: null, right: null }, 'project', (id) => id.toUpperCase(), usDollar);
  const views = [toView(null, 'codex'), toView(null, 'gemini-cli'), toView('/w/shop', 'codex')];
  expect(distinguish(views).map(({ name }) => name)).toEqual(['CODEX › No project', 'GEMINI-CLI › No project', 'shop']);
});

describe('the coach', () => {
  const costs = {
    listMicroUsd: 100e6,
    withoutCacheMicroUsd: 500e6,
    all5mMicroUsd: 100e6,
    all1hMicroUsd: 110e6,
    pricedShare: 1,
  };
  const habit: CacheHabit = { source: 's', model: 'opus', write5mTokens: 1, write1hTokens: 0, readTokens: 1, freshTokens: 1, rebuilds: 3, rebuiltTokens: 1, avoidableRebuilds: 2, costs, lostMicroUsd: 30e6, avoidableMicroUsd: 25e6 }; // prettier-ignore

  it('advises a longer life where it would have saved more than its dearer writes cost', () => {
    expect(toAdvice([habit], usDollar)).toEqual([
      expect.stringContaining('opus: a cache of an hour would have saved about $15.00'),
    ]);
    expect(toAdvice([{ ...habit, avoidableMicroUsd: 10e6 }], usDollar)).toEqual([]);
  });

  it('advises a shorter one where writes for an hour were not worth it', () => {
    const long = { ...habit, write1hTokens: 5, avoidableMicroUsd: 0, costs: { ...costs, all5mMicroUsd: 90e6 } };
    expect(toAdvice([long], usDollar)).toEqual([expect.stringContaining('about $10.00 less')]);
  });

  it('says nothing where no price is known', () => {
    expect(toAdvice([{ ...habit, costs: { ...costs, listMicroUsd: null } }], usDollar)).toEqual([]);
  });
});
