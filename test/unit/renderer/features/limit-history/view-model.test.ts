import { describe, expect, it } from 'vitest';
import {
  toHistorySpan,
  toLimitHistoryViews,
  toRecordViews,
} from '../../../../../renderer/features/limit-history/view-model.ts';
import type { BacktestRow } from '../../../../../shared/domain/backtest.ts';
import type { LimitForecast } from '../../../../../shared/domain/forecast.ts';
import type { LimitHistory } from '../../../../../shared/domain/limit-history.ts';

const hour = 3_600_000;
const id = { provider: 'openai', account: null, name: 'codex', scope: '5h' };

function makeHistory(points: readonly (readonly [number, number])[]): LimitHistory {
  return {
    id,
    source: 'codex',
    label: null,
    windowMinutes: 300,
    points: points.map(([at, usedPercent]) => ({ atMs: at * hour, usedPercent, resetsAtMs: null })),
    windows: 2,
    usedUp: 1,
  };
}

const nowMs = 100 * hour;
type Chosen = Parameters<typeof toHistorySpan>[2];
const all: Chosen = { fromMs: null, toMs: null };

function viewAll(rows: readonly LimitHistory[], forecasts: readonly LimitForecast[] = [], chosen: Chosen = all) {
  const span = toHistorySpan(rows, forecasts, chosen, nowMs);
  return toLimitHistoryViews(rows, forecasts, { span, nowMs, timeZone: 'UTC', labelOf: (source) => source });
}

const view = (history: LimitHistory, forecasts: readonly LimitForecast[] = []) => viewAll([history], forecasts)[0]!;

function makeForecast(endHour: number): LimitForecast {
  const quantities = { asOfMs: nowMs, endMs: endHour * hour, usedPercent: 50, interval: { from: 60, to: 130 } };
  return { ...quantities, id } as LimitForecast;
}

describe('toLimitHistoryViews', () => {
  it('joins neither windows nor what lies on both sides of a gap', () => {
    const { series, xs } = view(makeHistory([[0, 10], [1, 50], [2, 5], [30, 60]])); // prettier-ignore
    const [even, odd] = series.slice(2);
    expect(xs).toEqual([0, 3_600, 7_200, 108_000]);
    expect(even?.values).toEqual([10, 50, null, 60]);
    expect(odd?.values).toEqual([null, null, 5, null]);
  });

  it('shows one time for all limits: from the first reading of any to now', () => {
    const other = { ...makeHistory([[90, 10]]), id: { ...id, name: 'other' } }; // prettier-ignore
    const wholes = viewAll([makeHistory([[20, 10], [60, 60]]), other]).map(({ whole }) => whole); // prettier-ignore
    expect(wholes).toEqual(Array.from({ length: 2 }, () => ({ min: 20 * 3_600, max: 100 * 3_600 })));
  });

  it('shows the chosen time, also where nothing was read, and an hour at least', () => {
    const rows = [makeHistory([[40, 10]])]; // prettier-ignore
    const chosen = (from: number, to: number) => ({ fromMs: from * hour, toMs: to * hour });
    expect(viewAll(rows, [], chosen(24, 48))[0]?.whole).toEqual({ min: 24 * 3_600, max: 48 * 3_600 });
    expect(viewAll(rows, [], chosen(24, 120))[0]?.whole).toEqual({ min: 24 * 3_600, max: 100 * 3_600 });
    expect(view(makeHistory([[100, 10]])).whole).toEqual({ min: 99 * 3_600, max: 100 * 3_600 }); // prettier-ignore
  });

  it('says where readings begin and end, if that is not where the shown time does', () => {
    const chosen = { fromMs: 24 * hour, toMs: 120 * hour };
    const says = (first: number, last: number) => viewAll([makeHistory([[first, 10], [last, 20]])], [], chosen)[0]?.sentence; // prettier-ignore
    expect(says(25, 99)).not.toContain('reading');
    expect(says(40, 99)).toMatch(/First reading: Fri 4:00\sPM\./);
    expect(says(25, 90)).toMatch(/Last reading: Sun 6:00\sPM\./);
  });

  it('draws where the forecast sees the window at its reset, beside what is used now', () => {
    const { series, xs, whole, legend, sentence } = view(makeHistory([[90, 10], [100, 50]]), [makeForecast(104)]); // prettier-ignore
    expect(xs.at(-1)).toBe(104 * 3_600);
    expect(whole.max).toBe(104 * 3_600);
    expect(series.slice(0, 2).map(({ values }) => values)).toEqual([
      [null, 50, 100],
      [null, 50, 60],
    ]);
    expect(legend.map(({ label }) => label)).toEqual(['Used', 'Forecast, 80% interval']);
    expect(sentence).toContain('Forecast at the reset: 60% to 130%.');
  });

  it('shows no more of the time to come than of the past: of a longer forecast, the part that is within', () => {
    const { series, xs, whole } = view(makeHistory([[90, 10], [100, 50]]), [makeForecast(120)]); // prettier-ignore
    expect(whole).toEqual({ min: 90 * 3_600, max: 110 * 3_600 });
    expect(xs.at(-1)).toBe(110 * 3_600);
    expect(series.slice(0, 2).map(({ values }) => values.at(-1))).toEqual([75, 55]);
  });

  it('names no forecast where there is none, or only one that has ended, or for a time that has passed', () => {
    const rows = [makeHistory([[0, 10], [1, 50]])]; // prettier-ignore
    const past = { fromMs: 0, toMs: 24 * hour };
    for (const [forecasts, chosen] of [
      [[], all],
      [[makeForecast(1)], all],
      [[makeForecast(104)], past],
    ] as const) {
      const shown = viewAll(rows, forecasts, chosen)[0];
      expect(shown?.legend.map(({ label }) => label)).toEqual(['Used']);
      expect(shown?.whole.max).toBeLessThanOrEqual(100 * 3_600);
    }
    const [shown] = viewAll(rows, [makeForecast(104)], past);
    expect(shown?.forecast).toBeNull();
  });

  it('keeps only the forecast of its own limit', () => {
    const [row, forecast] = [makeHistory([[90, 10], [100, 50]]), makeForecast(104)]; // prettier-ignore
    const other = { ...forecast, id: { ...forecast.id, scope: 'other' } };
    expect(viewAll([row], [other, forecast], all)[0]?.forecast).toBe(forecast);
    expect(viewAll([row], [other], all)[0]?.forecast).toBeNull();
  });

  it('says how many windows ended and were used up', () => {
    expect(view(makeHistory([[0, 1]])).sentence).toMatch(/^2 windows ended, 1 used up\./);
  });
});

it('shows the record as a whole, and unknown figures as unknown', () => {
  const row = { quantity: 'day', method: 'fuelgauge', elapsedShare: null, historyDays: null, forecasts: 12, medianApe: 0.21, coverage80: null, falseAlarms: null, missed: 3 }; // prettier-ignore
  const rows = [row, { ...row, elapsedShare: 0.5 }] as unknown as readonly BacktestRow[];
  expect(toRecordViews(rows)).toMatchObject([
    { method: 'Fuelgauge', forecasts: '12', error: '21%', covered: null, falseAlarms: null, missed: '3' },
  ]);
});
