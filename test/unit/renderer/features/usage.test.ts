import { describe, expect, it } from 'vitest';
import { toTodayView, toUsualDay, type UsualDay } from '../../../../renderer/features/usage/view-model.ts';
import type { Report } from '../../../../shared/domain/report.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { createScenario } from '../../../fakes/fake-scenarios.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const { usage } = createScenario('normal', nowMs).snapshot.sections;
const nothing = createScenario('quiet', nowMs).snapshot.sections.usage;

/** Seen at an instant: by default that of the snapshot. */
function toView(of: typeof usage, usual: UsualDay | null, saved: number | null = null, atMs = nowMs) {
  return toTodayView(of, usual, saved, atMs);
}

function rows(...days: readonly (readonly [key: string, tokens: number])[]): Pick<Report, 'rows'> {
  return {
    rows: days.map(([key, inputTokens]) => ({
      key,
      usage: { ...emptyUsage, inputTokens },
    })) as unknown as Report['rows'],
  };
}

describe('a usual day', () => {
  it('is the median of the days with usage, whatever agents they are of', () => {
    const days = rows(['1', 10], ['1', 20], ['2', 10], ['3', 90], ['4', 50], ['5', 40], ['6', 0]);
    expect(toUsualDay(days)).toEqual({ tokens: 40, days: 5 });
    expect(toUsualDay(rows(['1', 10], ['2', 20], ['3', 30], ['4', 50], ['5', 60], ['6', 70]))?.tokens).toBe(40);
  });

  it('is unknown with fewer than five of them', () => {
    expect(toUsualDay(rows(['1', 10], ['2', 10], ['3', 10], ['4', 10], ['5', 0]))).toBeNull();
  });
});

describe('today', () => {
  it('is shown with its cost, its cache and this week', () => {
    expect(toView(usage, null)).toMatchObject({
      tokens: '17.4M',
      cost: '$20.63',
      usual: null,
      cache: '93% cached',
      week: '74.9M this week, $88.71',
    });
  });

  it('lists every class of tokens, and says that the cost is no bill', () => {
    const view = toView(usage, null);
    expect(view.tokensTitle).toMatch(/^17,420,000 tokens: .* input; .* reasoning, included in output$/);
    expect(view.costTitle).toBe('API-equivalent cost; not a bill.');
    const totals = { ...usage.today.totals, costMicroUsd: null, unpricedModels: ['nova-1'] };
    const unpriced = toView({ ...usage, today: { ...usage.today, totals } }, null);
    expect(unpriced).toMatchObject({ cost: null });
    expect(unpriced.costTitle).toBe('No cost is known. Excludes nova-1, whose cost is not known.');
  });

  it('is called by its day once that is over, and the week is left out once that is', () => {
    const at = (day: string) => toView(usage, null, 12_300_000, Date.parse(`2026-05-${day}T00:00:00Z`));
    expect(at('14')).toMatchObject({ label: 'Today', isToday: true, cache: 'cache saved $12.30' });
    expect(at('15')).toMatchObject({ label: 'Thu, May 14', isToday: false, tokens: '17.4M', cache: '93% cached' });
    expect(at('17').week).toBe('74.9M this week, $88.71');
    // A Monday.
    expect(at('18')).toMatchObject({ label: 'Thu, May 14', week: null });
    expect(toView(usage, null, null, Date.parse('2027-01-04T00:00:00Z')).label).toBe('Thu, May 14, 2026');
  });

  it('is compared with a usual day', () => {
    expect(toView(usage, { tokens: 34_840_000, days: 12 }).usual).toEqual({
      text: '50% of a usual day',
      title: 'A usual day has 34.8M tokens: the median of 12 days with usage in the last four weeks',
    });
  });

  it('says what the cache saved, as an estimate', () => {
    const view = toView(usage, null, 12_300_000);
    expect(view.cache).toBe('cache saved $12.30');
    expect(view.cacheTitle).toContain('estimated');
    expect([view.isCacheMoney, toView(usage, null, null).isCacheMoney]).toEqual([true, false]);
    expect(toView(usage, null, null).cacheTitle).not.toContain('estimated');
  });

  it('without usage is unknown, not zero', () => {
    expect(toView(nothing, null)).toMatchObject({ tokens: null, cost: null, cache: null, week: null });
  });
});
