import { describe, expect, it } from 'vitest';
import { toLimitHistoryViews, toRecordViews } from '../../../../../renderer/features/limit-history/view-model.ts';
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

const view = (history: LimitHistory, forecasts: readonly LimitForecast[] = []) =>
  toLimitHistoryViews([history], forecasts, 100 * hour, (source) => source)[0]!;

describe('toLimitHistoryViews', () => {
  it('joins neither windows nor what lies on both sides of a gap', () => {
    const { series, xs } = view(makeHistory([[0, 10], [1, 50], [2, 5], [30, 60]])); // prettier-ignore
    const [even, odd] = series.slice(2);
    expect(xs).toEqual([0, 3_600, 7_200, 108_000]);
    expect(even?.values).toEqual([10, 50, null, 60]);
    expect(odd?.values).toEqual([null, null, 5, null]);
  });

  it('shows the hour before a first reading, so that its axis has times to name', () => {
    expect(view(makeHistory([[5, 10]])).whole).toEqual({ min: 4 * 3_600, max: 5 * 3_600 });
    expect(view(makeHistory([[0, 10], [30, 60]])).whole).toEqual({ min: 0, max: 108_000 }); // prettier-ignore
  });

  it('draws where the forecast sees the window at its reset, beside what is used now', () => {
    const quantities = { asOfMs: hour, endMs: 5 * hour, usedPercent: 50, interval: { from: 60, to: 130 } };
    const { series, xs, legend, sentence } = view(makeHistory([[0, 10], [1, 50]]), [{ ...quantities, id } as LimitForecast]); // prettier-ignore
    expect(xs.at(-1)).toBe(18_000);
    expect(series.slice(0, 2).map(({ values }) => values)).toEqual([
      [null, 50, 100],
      [null, 50, 60],
    ]);
    expect(legend.map(({ label }) => label)).toEqual(['Used', 'Forecast, 80% interval']);
    expect(sentence).toContain('Forecast at the reset: 60% to 130%.');
  });

  it('names no forecast where there is none, or only one that has ended', () => {
    const ended = { asOfMs: 0, endMs: hour, usedPercent: 50, interval: { from: 60, to: 130 }, id };
    for (const forecasts of [[], [ended as LimitForecast]]) {
      expect(view(makeHistory([[0, 10], [1, 50]]), forecasts).legend.map(({ label }) => label)).toEqual(['Used']); // prettier-ignore
    }
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
