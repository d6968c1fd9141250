import { findCalendar } from '../../../shared/domain/find-calendar.ts';
import type { Currency, MicroUsd } from '../../../shared/domain/money.ts';
import type { Report, UsageTotals } from '../../../shared/domain/report.ts';
import { tokenClasses, totalTokens } from '../../../shared/domain/token-usage.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { findThisWeek, findToday } from '../../../shared/snapshot/current-periods.ts';
import { messages } from '../../messages.ts';
import { toCostNote } from '../../state/cost-note.ts';

const { common, format, usage: words } = messages;

/** The total of a usual day, in tokens: the median of `days` days with usage. */
export interface UsualDay {
  readonly tokens: number;
  readonly days: number;
}

/** Today, or the last day that is known, ready to show; null where something is unknown. */
export interface TodayView {
  /** What day it is. */
  readonly label: string;
  /** False where the snapshot is of an earlier day: nothing is read any more, or not yet again. */
  readonly isToday: boolean;
  readonly tokens: string | null;
  readonly tokensTitle: string;
  readonly cost: string | null;
  readonly costTitle: string;
  /** What the cost leaves out. */
  readonly costNote?: string;
  /** Compared with a usual day; null while too few days are known. */
  readonly usual: { readonly text: string; readonly title: string } | null;
  /** The share of input that came from the cache, and what that saved where it is known. */
  readonly cache: string | null;
  readonly cacheTitle: string;
  /** Whether `cache` is an amount of money. */
  readonly isCacheMoney: boolean;
  /** Usage of this week, as one phrase; null where the snapshot is of another one, too. */
  readonly week: string | null;
}

/** Fewer days show no habit. */
const minDays = 5;

/** The usual day of a report by day; null while it has too few days with usage. */
export function toUsualDay({ rows }: Pick<Report, 'rows'>): UsualDay | null {
  const sums = new Map<string, number>();
  for (const { key, usage } of rows) sums.set(key ?? '', (sums.get(key ?? '') ?? 0) + totalTokens(usage));
  const totals = [...sums.values()].filter((tokens) => tokens > 0).sort((a, b) => a - b);
  if (totals.length < minDays) return null;
  const middle = (totals.length - 1) / 2;
  const [low, high] = [totals[Math.floor(middle)] ?? 0, totals[Math.ceil(middle)] ?? 0];
  return { tokens: (low + high) / 2, days: totals.length };
}

/** Prepares today for display. `cacheSavedMicroUsd` is what the cache saved today; null while it is not known. */
export function toTodayView(
  usage: SnapshotSections['usage'],
  usual: UsualDay | null,
  cacheSavedMicroUsd: MicroUsd | null,
  nowMs: number,
): TodayView {
  const { totals, since } = usage.today;
  const tokens = totalTokens(totals.usage);
  const isToday = findToday(usage, nowMs) !== null;
  const savedMicroUsd = isToday ? cacheSavedMicroUsd : null;
  const week = findThisWeek(usage, nowMs);
  return {
    label: isToday ? words.today : format.day(since, findCalendar(usage.timeZone, usage.calendar).dayOf(nowMs)),
    isToday,
    ...toFigure(totals, usage.currency),
    usual:
      usual === null
        ? null
        : {
            text: words.ofUsualDay((100 * tokens) / usual.tokens),
            title: words.ofUsualDayTitle(format.compact(usual.tokens), usual.days),
          },
    ...toCache(totals, savedMicroUsd === null ? null : format.money(savedMicroUsd, usage.currency)),
    week: week === null ? null : toWeek(week.totals, usage.currency),
  };
}

function toFigure(
  totals: UsageTotals,
  currency: Currency,
): Pick<TodayView, 'tokens' | 'tokensTitle' | 'cost' | 'costTitle' | 'costNote'> {
  if (totals.events === 0) return { tokens: null, tokensTitle: words.none, cost: null, costTitle: words.none };
  const parts = tokenClasses
    .filter((name) => totals.usage[name] > 0)
    .map((name) => words.tokenClass(totals.usage[name], name));
  const costNote = toCostNote(totals);
  return {
    tokens: format.compact(totalTokens(totals.usage)),
    tokensTitle: words.tokensByClass(totalTokens(totals.usage), parts),
    cost: format.cost(totals, currency),
    costTitle: common.sentences([totals.costMicroUsd === null ? words.noCost : words.notABill, costNote ?? null]),
    ...(totals.costMicroUsd !== null && costNote !== undefined && { costNote }),
  };
}

function toCache(
  { usage }: UsageTotals,
  saved: string | null,
): Pick<TodayView, 'cache' | 'cacheTitle' | 'isCacheMoney'> {
  const read = usage.cacheReadTokens;
  const input = read + usage.inputTokens + usage.cacheCreation5mTokens + usage.cacheCreation1hTokens;
  if (input === 0) return { cache: null, cacheTitle: words.none, isCacheMoney: false };
  return {
    isCacheMoney: saved !== null,
    cache: words.cached(format.percent((100 * read) / input), saved),
    cacheTitle: common.sentences([
      words.fromCacheTitle(format.compact(read), format.compact(input)),
      saved === null ? null : words.savedTitle,
    ]),
  };
}

function toWeek(totals: UsageTotals, currency: Currency): string | null {
  if (totals.events === 0) return null;
  return words.thisWeek(format.compact(totalTokens(totals.usage)), format.cost(totals, currency));
}
