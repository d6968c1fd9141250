import type { PeriodSoFar } from '../../../../shared/alerts/alert-rule.ts';
import { addDays, type DayKey } from '../../../../shared/domain/calendar-day.ts';
import { findCalendar } from '../../../../shared/domain/find-calendar.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import type { HostEngine } from '../engine/host-engine.ts';
import { toPeriodSoFar } from './period-so-far.ts';

const retryMs = 5 * minuteMs;

/**
 * Builds the reader of what the day and the week before have used, for a digest whose hour was slept through. It asks the
 * engine once for each day, and only while digests are wanted, then calls back. Empty until the answer.
 */
export function createEndedPeriods(options: {
  readonly engine: Pick<HostEngine, 'totals'>;
  readonly settings: () => Pick<Settings, 'alertChoices'>;
  readonly onChange: () => void;
  readonly nowMs: () => number;
  readonly logger: Logger;
}): (snapshot: AppSnapshot) => readonly PeriodSoFar[] {
  let known: { readonly of: string; readonly periods: readonly PeriodSoFar[] } | null = null;
  let [askedFor, askedAtMs] = ['', 0];

  const sum = async (period: 'day' | 'week', since: DayKey, until: DayKey, endsAtMs: number): Promise<PeriodSoFar> => {
    const totals = await options.engine.totals({ since, until, timeZone: null, source: null });
    return toPeriodSoFar(period, { since, totals }, endsAtMs);
  };
  const ask = async (of: string, { timeZone, calendar: rules, today, week }: Usage): Promise<void> => {
    const { startOf } = findCalendar(timeZone, rules);
    const [dayBefore, weekEnd] = [addDays(today.since, -1), addDays(week.since, -1)];
    const periods = await Promise.all([
      sum('day', dayBefore, dayBefore, startOf(today.since)),
      sum('week', addDays(week.since, -7), weekEnd, startOf(week.since)),
    ]);
    known = { of, periods };
    options.onChange();
  };
  return ({ sections: { usage } }) => {
    const { digest } = options.settings().alertChoices;
    // A rule that is off keeps watching.
    if (!digest.daily && !digest.weekly) return [];
    const of = [usage.timeZone, usage.calendar.dayStartHour, usage.today.since, usage.week.since].join();
    if (known?.of === of) return known.periods;
    if (of !== askedFor || Math.abs(options.nowMs() - askedAtMs) >= retryMs) {
      [askedFor, askedAtMs] = [of, options.nowMs()];
      ask(of, usage).catch((error: unknown) => options.logger.warn(`cannot sum up the day before: ${String(error)}`));
    }
    return [];
  };
}

type Usage = AppSnapshot['sections']['usage'];
