import { measureConcurrency, sumHours, sumHoursOfWeek } from '../../../../shared/analytics/work-hours.ts';
import { toCacheHabits } from '../../../../shared/analytics/cache-coach.ts';
import { sumCacheCosts } from '../../../../shared/analytics/cache-value.ts';
import { compareReports } from '../../../../shared/analytics/compare-reports.ts';
import { toSpanFigures, toSpendingPlaces } from '../../../../shared/analytics/overview.ts';
import { toPrecedingEndMs, toPrecedingRange, toRange, type DayRange } from '../../../../shared/analytics/ranges.ts';
import { toReportSums, toStepSums, toSumQuery } from '../../../../shared/analytics/sum-queries.ts';
import { summarize } from '../../../../shared/analytics/summaries.ts';
import { sumTotals } from '../../../../shared/analytics/totals.ts';
import { toModelWhatIfs, toPlanWhatIfs } from '../../../../shared/analytics/what-if.ts';
import type { ArgumentOf, EngineCalls, Handlers } from '../../../../shared/contract/index.ts';
import { addDays, countDays, type Calendar } from '../../../../shared/domain/calendar-day.ts';
import { hasWholeHours } from '../../../../shared/domain/clock-hour.ts';
import { hourMs, minuteMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import type { SpanFigures } from '../../../../shared/domain/overview.ts';
import type { Report, ReportQuery } from '../../../../shared/domain/report.ts';
import type { UsageQuery } from '../../../../shared/domain/span-query.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import { countLimitStops } from '../../../../shared/limits/limit-history.ts';
import { findSubscriptions } from '../../../../shared/limits/subscriptions.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { listPlans } from '../../../../shared/sources/list-plans.ts';
import { createUsageFilter } from '../usage/filter-usage.ts';
import { findExtent } from '../usage/list-blocks.ts';
import { readUsage, type UsageContext } from '../usage/read-usage.ts';

/** The coach reads single minutes, of which a long history has very many. */
const coachDays = 90;

/** The handlers of questions about a range of days. */
export function createRangeAnswers(context: UsageContext) {
  return {
    overview: (query: UsageQuery) => readOverview(context, query),
    activity(query: UsageQuery) {
      const { book, calendar, head } = toBasics(context, query);
      const extent = findExtent(context.ledger);
      if (extent === null) return { ...head, hours: [], ...measureConcurrency([]) };
      const sums = toStepSums(query, calendar, book, ['sessionId'], extent, quarterHourMs);
      const cells = readUsage(context, query, sums);
      return { ...head, hours: sumHoursOfWeek(cells, calendar, book), ...measureConcurrency(cells) };
    },
    hours(query: UsageQuery) {
      const { book, calendar, head } = toBasics(context, query);
      const extent = findExtent(context.ledger);
      if (extent === null) return { ...head, rows: [], totals: sumTotals([], book) };
      // In some zones, hours of the clock begin at a quarter, if only for half of the year.
      const isWhole = hasWholeHours(calendar.timeZone, extent.firstAtMs, extent.lastAtMs);
      const sums = toStepSums(query, calendar, book, [], extent, isWhole ? hourMs : quarterHourMs);
      const cells = readUsage(context, query, sums);
      return { ...head, rows: sumHours(cells, calendar, book), totals: sumTotals(cells, book) };
    },
    compare(query: ArgumentOf<EngineCalls, 'compare'>) {
      const { by, source, leftSince, leftUntil, rightSince, rightUntil } = query;
      const shared = { by, split: 'none', timeZone: null, source } as const;
      return compareReports(
        readReport(context, { ...shared, since: leftSince, until: leftUntil }),
        readReport(context, { ...shared, since: rightSince, until: rightUntil }),
      );
    },
    whatIf: (query: ArgumentOf<EngineCalls, 'whatIf'>) => readWhatIf(context, query),
    cacheCoach(query: UsageQuery) {
      const { book, calendar, head } = toBasics(context, query);
      const range = toRange(query, calendar, findExtent(context.ledger));
      if (range === null) return { ...head, since: null, rows: [] };
      const earliest = addDays(range.until, 1 - coachDays);
      const since = range.since > earliest ? range.since : earliest;
      const cells = context.ledger.store().cells({
        fromMs: calendar.startOf(since),
        toMs: calendar.startOf(addDays(range.until, 1)),
        source: query.source ?? undefined,
        grainMs: minuteMs,
      });
      const passes = createUsageFilter(query, context.preferences.projects());
      return { ...head, since, rows: toCacheHabits(passes === null ? cells : cells.filter(passes), book) };
    },
  } satisfies Partial<Handlers<EngineCalls>>;
}

function toBasics({ clock, preferences }: UsageContext, query: UsageQuery) {
  const calendar = preferences.calendarOf(query.timeZone);
  const head = { generatedAtMs: clock.nowMs(), timeZone: calendar.timeZone };
  return { book: preferences.book(), calendar, head };
}

function readReport(context: UsageContext, query: ReportQuery): Report {
  const { preferences, clock, ledger } = context;
  const calendar = preferences.calendarOf(query.timeZone);
  const book = preferences.book();
  const cells = readUsage(context, query, toReportSums(query, calendar, book, findExtent(ledger)));
  return summarize(cells, query, calendar, book, clock.nowMs());
}

function readOverview(context: UsageContext, query: UsageQuery) {
  const { book, calendar, head } = toBasics(context, query);
  const extent = findExtent(context.ledger);
  const range = toRange(query, calendar, extent);
  const wanted = toSumQuery(query, calendar, book, ['sessionId', 'project']);
  const cells = readUsage(context, query, wanted);
  const toFigures = (part: readonly UsageCell[], span: Span | null): SpanFigures =>
    toSpanFigures(part, book, span === null ? null : readStops(context, query, span));
  const preceding = range === null || query.since === null ? null : toPrecedingRange(range);
  const isCovered = preceding !== null && extent !== null && calendar.dayOf(extent.firstAtMs) <= preceding.until;
  const endMs = range === null || !isCovered ? null : toPrecedingEndMs(range, calendar, head.generatedAtMs);
  const readBefore = (days: DayRange): SpanFigures => {
    const whole = toSpan(days, calendar);
    const span = { ...whole, toMs: endMs ?? whole.toMs };
    return toFigures(readUsage(context, query, { ...wanted, ...span }), span);
  };
  return {
    ...head,
    since: range?.since ?? null,
    until: range?.until ?? null,
    figures: toFigures(cells, range === null ? null : toSpan(range, calendar)),
    before: isCovered ? readBefore(preceding) : null,
    beforeUntilMs: endMs,
    ...toSpendingPlaces(cells, book),
  };
}

/** Half open, UTC milliseconds. */
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

function toSpan({ since, until }: DayRange, calendar: Calendar): Span {
  return { fromMs: calendar.startOf(since), toMs: calendar.startOf(addDays(until, 1)) };
}

/** How many limit windows were used up in a span; null when none was read. */
function readStops({ ledger }: UsageContext, query: UsageQuery, span: Span): number | null {
  const readings = ledger.store().limitReadings(span);
  return countLimitStops(readings.filter((reading) => query.source === null || reading.source === query.source));
}

function readWhatIf(context: UsageContext, query: ArgumentOf<EngineCalls, 'whatIf'>) {
  const { book, calendar, head } = toBasics(context, query);
  const { ledger, preferences, clock } = context;
  const range = toRange(query, calendar, findExtent(ledger));
  const cells = readUsage(context, query, toSumQuery(query, calendar, book, []));
  const bySource = groupBy(cells, ({ source }) => source);
  const days = range === null ? 0 : countDays(range.since, range.until);
  const costOf = (source: string) => sumTotals(bySource.get(source) ?? [], book);
  const nowMs = clock.nowMs();
  const plans = listPlans();
  const windows = toLimitWindows(ledger.store().latestLimitReadings(nowMs), nowMs);
  return {
    ...head,
    days,
    cache: sumCacheCosts(cells, book),
    models: toModelWhatIfs(cells, query.asModels.split('\n').filter(Boolean), book),
    plans: toPlanWhatIfs({
      plans,
      subscriptions: findSubscriptions({ plans, windows, chosenPlan: preferences.settings().plan, costOf }),
      costOf,
      usedSources: [...bySource.keys()],
      days,
    }),
  };
}
