import type { AlertInput, PeriodCost, PeriodSoFar, ProjectedWindow } from '../../../../shared/alerts/alert-rule.ts';
import { toAlertObservations } from '../../../../shared/alerts/observations.ts';
import { addDays, type Calendar, type DayKey } from '../../../../shared/domain/calendar-day.ts';
import { findCalendar } from '../../../../shared/domain/find-calendar.ts';
import type { Incident } from '../../../../shared/domain/incident.ts';
import { startOfLastPeriods } from '../../../../shared/domain/last-periods.ts';
import { toLimitKey } from '../../../../shared/domain/limit-id.ts';
import { toLocalTime } from '../../../../shared/domain/local-time.ts';
import type { SessionSignal } from '../../../../shared/domain/session-signal.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import { hookAgents } from '../../../../shared/sources/registry.ts';
import type { AppSnapshot, SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { toBlockOutlook, toLimitsOutlook, type ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import { toPeriodSoFar } from './period-so-far.ts';

/** What a snapshot does not hold. */
export interface MoreFacts {
  readonly settings: Pick<Settings, 'thresholdsPercent' | 'alertChoices'>;
  /** The cost of this month so far; null where nobody asked for it, or it is not known. */
  readonly monthCost: PeriodCost | null;
  /** The day and the week before; empty where nobody asked for them, or they are not known. */
  readonly endedPeriods: readonly PeriodSoFar[];
  /** What agents' hooks said of their sessions. */
  readonly signals: readonly SessionSignal[];
  /** What providers' status pages report. */
  readonly incidents: readonly Incident[];
  readonly nowMs: number;
}

const stopping = new Set(hookAgents.flatMap(({ source, toStopAnswer }) => (toStopAnswer === null ? [] : [source])));

/** The facts that rules decide on, taken from a snapshot as of an instant. */
export function toAlertInput(
  { sections }: AppSnapshot,
  { settings, monthCost, endedPeriods, signals, incidents, nowMs }: MoreFacts,
): AlertInput {
  const { blocks, limits, usage, burn, sessions, processes, sources, health } = sections;
  const expiring = health.problems.find((problem) => problem.id === 'expiring-logs');
  return {
    blocks,
    windows: limits.windows,
    projected: findProjected(sections, nowMs),
    ...toPeriods(usage, monthCost),
    endedPeriods,
    burnMinutes: burn.minutes,
    sessions,
    agents: processes.agents,
    orphans: processes.orphans,
    signals,
    stoppable: findStoppable(signals),
    anomalies: usage.anomalies,
    limitChanges: usage.limitChanges,
    sources: sources.map(({ source, events, roots }) => ({
      source,
      events,
      bytes: roots.reduce((total, { bytes }) => total + bytes, 0),
    })),
    incidents,
    expiring: expiring?.parameters ?? null,
    thresholdsPercent: settings.thresholdsPercent,
    choices: settings.alertChoices,
    local: toLocalTime(nowMs, usage.timeZone),
    dayStartHour: usage.calendar.dayStartHour,
    nowMs,
  };
}

/** An agent that reports `working` runs our hook; one that reports only `finished` may run no more than a notifier. */
function findStoppable(signals: readonly SessionSignal[]): ReadonlySet<string> {
  const working = signals.filter(({ source, status }) => status === 'working' && stopping.has(source));
  return new Set(working.map(({ source, sessionId }) => `${source}:${sessionId}`));
}

/**
 * When each window runs out, and how likely, by its forecast. The only place where alerts take these figures.
 */
function findProjected({ blocks, limits }: SnapshotSections, nowMs: number): readonly ProjectedWindow[] {
  const outlooks = toLimitsOutlook(limits, nowMs).windows;
  const windows = new Map(outlooks.map((window) => [toLimitKey(window.id), window] as const));
  const active = new Map<string, ActiveBlockOutlook>(
    blocks.map((block) => [`${block.source}:block`, toBlockOutlook(block, nowMs)]),
  );
  return toAlertObservations(blocks, limits.windows, nowMs).flatMap((observation) => {
    const { key, source, subject, usedPercent, resetsAtMs, windowMs } = observation;
    if (resetsAtMs === null || windowMs === null) return [];
    const outlook = windows.get(key) ?? active.get(key);
    const { runsOutAtMs, runOutProbability } = outlook ?? { runsOutAtMs: null, runOutProbability: null };
    return [{ key, source, subject, usedPercent, resetsAtMs, windowMs, runsOutAtMs, probability: runOutProbability }];
  });
}

function toPeriods(
  { timeZone, calendar: rules, today, week }: SnapshotSections['usage'],
  monthCost: PeriodCost | null,
): Pick<AlertInput, 'spend' | 'periods'> {
  const calendar = findCalendar(timeZone, rules);
  const periods = [
    toPeriodSoFar('day', today, calendar.startOf(addDays(today.since, 1))),
    toPeriodSoFar('week', week, calendar.startOf(addDays(week.since, 7))),
  ];
  const month = {
    ...{ period: 'month' as const, costMicroUsd: monthCost?.costMicroUsd ?? null },
    isCostPartial: monthCost?.isCostPartial ?? false,
    since: startOfLastPeriods('month', 1, today.since, rules),
    endsAtMs: findMonthEnd(today.since, calendar),
  };
  const spend = periods.map(({ tokens: _tokens, responses: _responses, ...each }) => each);
  return { periods, spend: [...spend, month] };
}

function findMonthEnd(day: DayKey, calendar: Calendar): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return calendar.startOf(next);
}
