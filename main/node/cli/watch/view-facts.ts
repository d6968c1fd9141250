import type { AnswerOf, Client, HostCalls, HostContract } from '../../../../shared/contract/index.ts';
import { addDays, createCalendar, type CalendarRules } from '../../../../shared/domain/calendar-day.ts';
import type { AlertRecord } from '../../../../shared/domain/alert-record.ts';
import type { Baseline } from '../../../../shared/domain/baseline.ts';
import { hourMs, dayMs } from '../../../../shared/domain/instant.ts';
import { startOfLastPeriods } from '../../../../shared/domain/last-periods.ts';
import type { Report, ReportQuery } from '../../../../shared/domain/report.ts';
import type { CliOptions } from '../options/cli-options.ts';
import type { WatchView } from './watch-choices.ts';

/** What a view shows beyond the snapshot; null until requested. */
export interface ViewFacts {
  readonly models: Report | null;
  readonly baselines: readonly Baseline[];
  readonly alerts: readonly AlertRecord[];
  readonly periods: Report | null;
  readonly sessions: AnswerOf<HostCalls, 'sessions'> | null;
  readonly processes: AnswerOf<HostCalls, 'processes'> | null;
}

/** The facts before any query. */
export const noFacts: ViewFacts = {
  models: null,
  baselines: [],
  alerts: [],
  periods: null,
  sessions: null,
  processes: null,
};

/** Days and months that the views of periods go back. */
const shownDays = 30;
const shownMonths = 12;
const shownSessionDays = 7;

/** The zone, days and weeks of the settings. */
interface CalendarUsage {
  readonly timeZone: string;
  readonly calendar: CalendarRules;
}

/** Reads what a view needs. Slowly changing facts are not queried every time. */
export function createFactsReader(client: Client<HostContract>, options: CliOptions, usageOf: () => CalendarUsage) {
  let baselines: { readonly atMs: number; readonly rows: readonly Baseline[] } | null = null;
  const { source, timeZone } = options;
  const span = { timeZone, source };
  const findBaselines = async (nowMs: number): Promise<readonly Baseline[]> => {
    if (baselines === null || nowMs - baselines.atMs >= hourMs) {
      const answer = await client.call('blocks', { since: null, until: null, ...span });
      baselines = { atMs: nowMs, rows: answer.baselines };
    }
    return baselines.rows;
  };
  const report = (by: ReportQuery['by'], since: string): Promise<Report> =>
    client.call('report', { by, split: 'none', since, until: null, ...span });
  return async (view: WatchView, nowMs: number): Promise<ViewFacts> => {
    const usage = usageOf();
    const rules = usage.calendar;
    const today = createCalendar(timeZone ?? usage.timeZone, rules).dayOf(nowMs);
    switch (view) {
      case 'realtime': {
        const [models, { rows }] = [await report('model', today), await client.call('alerts')];
        const alerts = rows.filter(({ raisedAtMs }) => raisedAtMs > nowMs - dayMs);
        return { ...noFacts, models, alerts, baselines: await findBaselines(nowMs) };
      }
      case 'daily':
        return { ...noFacts, periods: await report('day', startOfLastPeriods('day', shownDays, today, rules)) };
      case 'monthly':
        return { ...noFacts, periods: await report('month', startOfLastPeriods('month', shownMonths, today, rules)) };
      case 'session': {
        const since = addDays(today, 1 - shownSessionDays);
        return { ...noFacts, sessions: await client.call('sessions', { since, until: null, ...span }) };
      }
      case 'processes':
        return { ...noFacts, processes: await client.call('processes', { source }) };
    }
  };
}
