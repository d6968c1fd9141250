import { findCalendar } from '../../../shared/domain/find-calendar.ts';
import { minuteMs } from '../../../shared/domain/instant.ts';
import { startOfLastPeriods } from '../../../shared/domain/last-periods.ts';
import { findThisWeek, findToday } from '../../../shared/snapshot/current-periods.ts';
import { hasReadLogs } from './has-read-logs.ts';
import type { HttpAppOptions } from '../http/http-context.ts';
import { toActivityMetrics } from '../metrics/activity-metrics.ts';
import { toAlertMetrics } from '../metrics/alert-metrics.ts';
import { collect } from '../metrics/collect.ts';
import { toCompanionMetrics } from '../metrics/companion-metrics.ts';
import { toForecastMetrics } from '../metrics/forecast-metrics.ts';
import type { GatherMetrics } from '../metrics/metric.ts';
import { toOwnMetrics } from '../metrics/own-metrics.ts';
import { toPeriodMetrics, type PeriodRow } from '../metrics/period-metrics.ts';
import { toProcessMetrics } from '../metrics/process-metrics.ts';
import { toTelemetryMetrics } from '../metrics/telemetry-metrics.ts';

type Sources = Pick<HttpAppOptions, 'host' | 'settings' | 'telemetry' | 'nowMs'> & {
  readonly stream: Pick<HttpAppOptions['stream'], 'followers'>;
};

/** Everything that was ever used. */
const wholeSpan = { since: null, until: null, timeZone: null, source: null };

/** A forecast holds for a quarter of an hour, and costs more than everything else together. */
const forecastRestMs = minuteMs;
/** Reads what is new in the histories of browsers and shells. */
const activityRestMs = minuteMs;

/**
 * Builds the reader of all metrics. Counters are sums over the ledger: they survive restarts, and several servers on
 * one ledger report the same.
 */
export function createMetricsGatherer(parts: Sources): GatherMetrics {
  const { host, settings, telemetry, stream, nowMs } = parts;
  const hasRead = () => hasReadLogs(host.view.current().sections.scan);
  const readForecast = keepFor(forecastRestMs, { nowMs, hasRead }, () => host.handlers.forecast({ source: null }));
  const readActivity = keepFor(activityRestMs, { nowMs, hasRead }, () => host.handlers.appsAndSites(wholeSpan));
  return async () => {
    const split = settings().projectLabels ? 'project' : 'none';
    const [report, forecast, activity, alerts, channels, month] = await Promise.all([
      host.handlers.report({ by: 'model', split, ...wholeSpan }),
      readForecast(),
      readActivity(),
      host.handlers.alerts(undefined),
      host.handlers.alertChannels(undefined),
      readMonth(parts),
    ]);
    const snapshot = host.view.current();
    const collected = collect(report, snapshot, nowMs());
    return [
      ...toOwnMetrics(collected),
      ...toPeriodMetrics([...readPeriods(parts), ...month]),
      ...toForecastMetrics({ ...forecast, limits: forecast.limits.filter(collected.limits.isShown) }),
      ...toAlertMetrics(alerts.rows, channels.rows, nowMs()),
      ...toCompanionMetrics(collected),
      ...toActivityMetrics(activity),
      ...toTelemetryMetrics(telemetry.sums()),
      ...toProcessMetrics(stream.followers(), snapshot.sections.processes.own),
    ];
  };
}

/** Keeps an answer for a while, and asks again once all logs have been read. A failure is not kept. */
function keepFor<T>(
  restMs: number,
  { nowMs, hasRead }: { readonly nowMs: () => number; readonly hasRead: () => boolean },
  ask: () => T | Promise<T>,
): () => Promise<T> {
  let known: { readonly atMs: number; readonly isOfAll: boolean; readonly answer: Promise<T> } | null = null;
  return () => {
    const isOfAll = hasRead();
    const ageMs = known === null ? Infinity : nowMs() - known.atMs;
    if (known !== null && ageMs >= 0 && ageMs < restMs && known.isOfAll === isOfAll) return known.answer;
    const answer = Promise.resolve(ask());
    known = { atMs: nowMs(), isOfAll, answer };
    answer.catch(() => (known = null));
    return answer;
  };
}

function readPeriods({ host, nowMs }: Sources): readonly PeriodRow[] {
  const { usage } = host.view.current().sections;
  const [today, week] = [findToday(usage, nowMs()), findThisWeek(usage, nowMs())];
  return [
    ...(today?.bySource ?? []).map((totals): PeriodRow => ({ period: 'day', source: totals.source, totals })),
    ...(week?.bySource ?? []).map((totals): PeriodRow => ({ period: 'week', source: totals.source, totals })),
  ];
}

async function readMonth({ host, nowMs }: Sources): Promise<readonly PeriodRow[]> {
  const { timeZone, calendar } = host.view.current().sections.usage;
  const since = startOfLastPeriods('month', 1, findCalendar(timeZone, calendar).dayOf(nowMs()), calendar);
  const { rows } = await host.handlers.report({ by: 'month', split: 'none', ...wholeSpan, since });
  return rows.map((totals): PeriodRow => ({ period: 'month', source: totals.source, totals }));
}
