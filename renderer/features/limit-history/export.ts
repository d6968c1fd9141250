import type { LimitForecast } from '../../../shared/domain/forecast.ts';
import { toIso } from '../../../shared/domain/instant.ts';
import type { LimitHistory } from '../../../shared/domain/limit-history.ts';
import type { ExportRecord } from '../../state/save-records.ts';

/**
 * A limit over time: its readings, which are official, and the forecast of its reset, an estimate with the interval that
 * holds it with 80 %. Shares are percent; times are UTC.
 */
export function toLimitHistoryRecords(history: LimitHistory, forecast: LimitForecast | null): readonly ExportRecord[] {
  const { source, points, id } = history;
  const head = { source, account: id.account, limit: id.name, scope: id.scope };
  const last = points.at(-1);
  const readings = points.map(({ atMs, usedPercent, resetsAtMs }) => ({
    ...{ ...head, kind: 'official', at: toIso(atMs), usedPercent },
    ...{ lowPercent: null, highPercent: null, resetsAt: toIso(resetsAtMs) },
  }));
  if (forecast === null || last === undefined || forecast.endMs <= last.atMs) return readings;
  const { percent, interval, endMs } = forecast;
  const estimate = {
    ...{ ...head, kind: 'estimated', at: toIso(endMs), usedPercent: percent.p50 },
    ...{ lowPercent: interval.from, highPercent: interval.to, resetsAt: toIso(endMs) },
  };
  return [...readings, estimate];
}
