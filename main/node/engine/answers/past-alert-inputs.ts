import type { AlertChoices } from '../../../../shared/alerts/alert-choices.ts';
import type { AlertInput, PeriodCost, PeriodSpend, ProjectedWindow } from '../../../../shared/alerts/alert-rule.ts';
import { toNextEvaluationMs } from '../../../../shared/alerts/next-evaluation.ts';
import { noAlertFacts } from '../../../../shared/alerts/no-facts.ts';
import { toAlertObservations } from '../../../../shared/alerts/observations.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { everyDay } from '../../../../shared/limits/work-week.ts';
import { collectBurnMinutes } from '../../../../shared/analytics/burn-rate.ts';
import type { BurnMinute } from '../../../../shared/domain/burn-rate.ts';
import { addDays, toWeekStart, type Calendar, type DayKey } from '../../../../shared/domain/calendar-day.ts';
import { floorTo, hourMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import { startOfLastPeriods } from '../../../../shared/domain/last-periods.ts';
import { toLimitKey } from '../../../../shared/domain/limit-id.ts';
import { toLimitOutlook, type LimitReading, type LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { toLocalTime } from '../../../../shared/domain/local-time.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import type { PriceBook } from '../../../../shared/ports/price-book.ts';

/** The data from which the past is reconstructed. */
export interface PastFacts {
  /** In order of time. */
  readonly readings: readonly LimitReading[];
  /** Quarters of an hour since the start of the first month, in order of time. */
  readonly cells: readonly UsageCell[];
  readonly book: PriceBook;
  readonly calendar: Calendar;
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly choices: AlertChoices;
  readonly thresholdsPercent: readonly number[];
}

/**
 * What rules would have seen: the facts at every reading of a limit, at the end of every quarter of an hour with usage,
 * and whenever the app would re-evaluate because of time alone. Blocks are left out, since their limit is an estimate
 * of today's plan; so is everything that is not stored.
 */
export function* toPastInputs(facts: PastFacts): Iterable<AlertInput> {
  const minutes = collectBurnMinutes(facts.cells, facts.book);
  const moments = listMoments(facts, minutes).filter((atMs) => atMs >= facts.sinceMs);
  const viewAt = createPastView(facts, minutes);
  for (const [index, momentMs] of moments.entries()) {
    const untilMs = moments[index + 1] ?? facts.untilMs;
    let nextMs: number | null = momentMs;
    while (nextMs !== null && (nextMs === momentMs || nextMs < untilMs)) {
      const input = viewAt(nextMs);
      yield input;
      nextMs = toNextEvaluationMs(input);
    }
  }
}

/** The facts as of a moment; moments must come in order. */
function createPastView(facts: PastFacts, minutes: readonly BurnMinute[]): (nowMs: number) => AlertInput {
  const { readings, calendar, choices, thresholdsPercent } = facts;
  const spend = createSpendMeter(minutes, calendar);
  const pace = { week: everyDay, calendar };
  const newest = new Map<string, LimitReading>();
  let next = 0;
  return (nowMs) => {
    for (; (readings[next]?.observedAtMs ?? Infinity) <= nowMs; next += 1) {
      const reading = readings[next]!;
      newest.set(toLimitKey(reading.id), reading);
    }
    const windows = toLimitWindows([...newest.values()], nowMs, pace);
    return {
      ...noAlertFacts,
      ...{ windows, projected: toProjected(windows, nowMs), spend: spend(nowMs) },
      burnMinutes: takeLastHour(minutes, nowMs),
      ...{ choices, thresholdsPercent, nowMs, local: toLocalTime(nowMs, calendar.timeZone) },
      dayStartHour: calendar.dayStartHour,
    };
  };
}

/** Every moment at which something new became known, once each, in order of time. */
function listMoments({ readings, untilMs }: PastFacts, minutes: readonly BurnMinute[]): readonly number[] {
  const ends = minutes.map(({ atMs }) => floorTo(atMs, quarterHourMs) + quarterHourMs - 1);
  const moments = new Set([...ends, ...readings.map(({ observedAtMs }) => observedAtMs)]);
  return [...moments].filter((atMs) => atMs <= untilMs).sort((a, b) => a - b);
}

function toProjected(windows: readonly LimitWindow[], nowMs: number): readonly ProjectedWindow[] {
  const byKey = new Map(windows.map((window) => [toLimitKey(window.id), window] as const));
  return toAlertObservations([], windows, nowMs).flatMap(
    ({ key, source, subject, usedPercent, resetsAtMs, windowMs }) => {
      const window = byKey.get(key);
      if (window === undefined || resetsAtMs === null || windowMs === null) return [];
      const { runsOutAtMs } = toLimitOutlook(window, nowMs);
      return [{ key, source, subject, usedPercent, resetsAtMs, windowMs, runsOutAtMs, probability: null }];
    },
  );
}

type Running = PeriodCost & { readonly since: DayKey };

const noSpend: Running = { since: '', costMicroUsd: null, isCostPartial: false };

function addCosts(sum: PeriodCost, part: PeriodCost): PeriodCost {
  const isCostPartial = sum.isCostPartial || part.isCostPartial;
  return { costMicroUsd: (sum.costMicroUsd ?? 0) + (part.costMicroUsd ?? 0), isCostPartial };
}

/** Sums days, weeks and months as time passes; moments must come in order. */
function createSpendMeter(
  minutes: readonly BurnMinute[],
  calendar: Calendar,
): (nowMs: number) => readonly PeriodSpend[] {
  const sums: Record<PeriodSpend['period'], Running> = {
    day: noSpend,
    week: noSpend,
    month: noSpend,
  };
  const starts: Readonly<Record<PeriodSpend['period'], (day: DayKey) => DayKey>> = {
    day: (day) => day,
    week: (day) => toWeekStart(day, calendar),
    month: (day) => startOfLastPeriods('month', 1, day, calendar),
  };
  const kinds = ['day', 'week', 'month'] as const;
  const turn = (day: DayKey): void => {
    for (const kind of kinds) {
      const since = starts[kind](day);
      if (sums[kind].since !== since) sums[kind] = { since, costMicroUsd: 0, isCostPartial: false };
    }
  };
  let next = 0;
  return (nowMs) => {
    for (; (minutes[next]?.atMs ?? Infinity) <= nowMs; next += 1) {
      const { atMs, ...cost } = minutes[next]!;
      turn(calendar.dayOf(atMs));
      for (const kind of kinds) sums[kind] = { since: sums[kind].since, ...addCosts(sums[kind], cost) };
    }
    turn(calendar.dayOf(nowMs));
    return kinds.map((period) => ({
      period,
      ...sums[period],
      endsAtMs: calendar.startOf(toEnd(period, sums[period].since, calendar)),
    }));
  };
}

function toEnd(period: PeriodSpend['period'], since: DayKey, calendar: Calendar): DayKey {
  if (period === 'month') return startOfLastPeriods('month', 1, addDays(since, 31), calendar);
  return addDays(since, period === 'day' ? 1 : 7);
}

/** Minutes are in order of time, so the last hour is found by searching from the end. */
function takeLastHour(minutes: readonly BurnMinute[], nowMs: number): readonly BurnMinute[] {
  let end = findAfter(minutes, nowMs);
  const taken: BurnMinute[] = [];
  for (end -= 1; end >= 0 && minutes[end]!.atMs > nowMs - hourMs; end -= 1) taken.push(minutes[end]!);
  return taken;
}

/** The index of the first minute after a moment. */
function findAfter(minutes: readonly BurnMinute[], nowMs: number): number {
  let [low, high] = [0, minutes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (minutes[middle]!.atMs <= nowMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
