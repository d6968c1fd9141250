import { expect, it } from 'vitest';
import { toLimitHistoryRecords } from '../../../../../renderer/features/limit-history/export.ts';
import type { LimitForecast } from '../../../../../shared/domain/forecast.ts';
import type { LimitHistory } from '../../../../../shared/domain/limit-history.ts';

const id = { provider: 'openai', account: null, name: 'codex', scope: '5h' };
const point = { atMs: 1_000, usedPercent: 40, resetsAtMs: null };
const history: LimitHistory = { id, source: 'codex', label: null, windowMinutes: 300, points: [point], windows: 0, usedUp: 0 }; // prettier-ignore
const forecast = { id, endMs: 9_000, percent: { p50: 80 }, interval: { from: 60, to: 130 } } as LimitForecast;

it('says of every row whether the provider or the forecast says so', () => {
  const rows = toLimitHistoryRecords(history, forecast);
  expect(rows).toMatchObject([
    { kind: 'official', at: '1970-01-01T00:00:01.000Z', usedPercent: 40, lowPercent: null, resetsAt: null },
    { kind: 'estimated', at: '1970-01-01T00:00:09.000Z', usedPercent: 80, lowPercent: 60, highPercent: 130 },
  ]);
  expect(Object.keys(rows[1] ?? {})).toEqual(Object.keys(rows[0] ?? {}));
});

it('has no forecast row if there is no forecast, it has ended, or there are no readings', () => {
  expect(toLimitHistoryRecords(history, null)).toHaveLength(1);
  expect(toLimitHistoryRecords(history, { ...forecast, endMs: 1_000 })).toHaveLength(1);
  expect(toLimitHistoryRecords({ ...history, points: [] }, forecast)).toEqual([]);
});
