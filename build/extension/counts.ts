import { dayMs, floorTo, minuteMs, quarterHourMs } from '../../shared/domain/instant.ts';

/** Numbers about one site or one API within a quarter of an hour, which wait to be sent. */
export interface WaitingCount {
  readonly kind: 'site' | 'api';
  /** The listed domain, or the tool behind an API. */
  readonly name: string;
  /** UTC milliseconds. */
  readonly startMs: number;
  /** The last time that something was added; within the quarter. */
  readonly lastAtMs: number;
  readonly activeMs: number;
  /** Visits or requests. */
  readonly count: number;
}

/** The use of one site on one day. */
export interface SiteToday {
  readonly activeMs: number;
  readonly visits: number;
}

/** Everything that the extension remembers of a person's use. It contains no address and no title. */
export interface Counts {
  /** The listed site in front, and until when its time is counted; null while there is none. */
  readonly front: { readonly domain: string; readonly untilMs: number } | null;
  readonly waiting: readonly WaitingCount[];
  readonly today: {
    readonly day: string;
    readonly sites: Readonly<Record<string, SiteToday>>;
    readonly requests: number;
  };
}

export const noCounts: Counts = { front: null, waiting: [], today: { day: '', sites: {}, requests: 0 } };

/** A longer gap between two checks means that the machine slept. The alarm fires every 30 seconds. */
const maxGapMs = 1.5 * minuteMs;
/** The receiver accepts nothing older. */
const maxAgeMs = 30 * dayMs;
const maxWaiting = 5_000;

/** A moment, with its day in the local time zone: `2026-11-27`. */
export interface Moment {
  readonly nowMs: number;
  readonly day: string;
}

/**
 * The counts after one more check of what is in front: the time since the last check belongs to the site that was in
 * front then, and a site that was not in front is a visit. `domain` is null for everything that is not listed, and
 * while the person is idle.
 */
export function observeFront(counts: Counts, domain: string | null, moment: Moment): Counts {
  const { nowMs } = moment;
  const { front } = counts;
  let next = startDay(counts, moment);
  const gapMs = front === null ? 0 : nowMs - front.untilMs;
  if (front !== null && gapMs > 0 && gapMs <= maxGapMs) next = addTime(next, front.domain, front.untilMs, nowMs);
  if (domain !== null && domain !== front?.domain) next = addVisit(next, domain, nowMs);
  return { ...next, front: domain === null ? null : { domain, untilMs: nowMs } };
}

/** The counts after a request to an API. */
export function countRequest(counts: Counts, tool: string, moment: Moment): Counts {
  const next = startDay(counts, moment);
  const waiting = addWaiting(next.waiting, toWaiting('api', tool, moment.nowMs, { count: 1 }));
  return { ...next, waiting, today: { ...next.today, requests: next.today.requests + 1 } };
}

/** What is to be sent of one kind, the oldest first. */
export function takeBatch(counts: Counts, kind: WaitingCount['kind'], max: number): readonly WaitingCount[] {
  return counts.waiting.filter((waiting) => waiting.kind === kind).slice(0, max);
}

/** The counts without what was sent. What was added in the meantime still waits. */
export function removeSent(counts: Counts, sent: readonly WaitingCount[]): Counts {
  const byKey = new Map(sent.map((each) => [toKey(each), each]));
  const waiting = counts.waiting
    .map((each) => {
      const { activeMs = 0, count = 0 } = byKey.get(toKey(each)) ?? {};
      return { ...each, activeMs: each.activeMs - activeMs, count: each.count - count };
    })
    .filter(({ activeMs, count }) => activeMs > 0 || count > 0);
  return { ...counts, waiting };
}

/** An event as the receiver takes it; see `shared/activity/read-events.ts`. */
export function toEvent({ kind, name, lastAtMs, activeMs, count }: WaitingCount, browser: string): object {
  return kind === 'site'
    ? { domain: name, duration_seconds: activeMs / 1_000, visit_count: count, browser, ended_at: lastAtMs }
    : { type: 'api_intercept', tool: name, requests: count, ended_at: lastAtMs };
}

function startDay(counts: Counts, { nowMs, day }: Moment): Counts {
  const waiting = counts.waiting.filter(({ lastAtMs }) => lastAtMs > nowMs - maxAgeMs).slice(-maxWaiting);
  return { ...counts, waiting, today: counts.today.day === day ? counts.today : { day, sites: {}, requests: 0 } };
}

function addTime(counts: Counts, domain: string, fromMs: number, toMs: number): Counts {
  let { waiting } = counts;
  for (let atMs = fromMs; atMs < toMs;) {
    const nextMs = floorTo(atMs, quarterHourMs) + quarterHourMs;
    const endMs = Math.min(nextMs, toMs);
    // Its end is still in the quarter: the receiver finds the quarter by it.
    const lastAtMs = Math.min(endMs, nextMs - 1);
    waiting = addWaiting(waiting, { ...toWaiting('site', domain, atMs, { activeMs: endMs - atMs }), lastAtMs });
    atMs = endMs;
  }
  return addToday({ ...counts, waiting }, domain, { activeMs: toMs - fromMs, visits: 0 });
}

function addVisit(counts: Counts, domain: string, atMs: number): Counts {
  const waiting = addWaiting(counts.waiting, toWaiting('site', domain, atMs, { count: 1 }));
  return addToday({ ...counts, waiting }, domain, { activeMs: 0, visits: 1 });
}

function addToday(counts: Counts, domain: string, added: SiteToday): Counts {
  const { activeMs, visits } = counts.today.sites[domain] ?? { activeMs: 0, visits: 0 };
  const site = { activeMs: activeMs + added.activeMs, visits: visits + added.visits };
  return { ...counts, today: { ...counts.today, sites: { ...counts.today.sites, [domain]: site } } };
}

function toWaiting(
  kind: WaitingCount['kind'],
  name: string,
  atMs: number,
  numbers: Partial<Pick<WaitingCount, 'activeMs' | 'count'>>,
): WaitingCount {
  return { kind, name, startMs: floorTo(atMs, quarterHourMs), lastAtMs: atMs, activeMs: 0, count: 0, ...numbers };
}

function addWaiting(waiting: readonly WaitingCount[], added: WaitingCount): readonly WaitingCount[] {
  const key = toKey(added);
  const before = waiting.find((each) => toKey(each) === key);
  if (before === undefined) return [...waiting, added];
  const sum = {
    ...before,
    lastAtMs: Math.max(before.lastAtMs, added.lastAtMs),
    activeMs: before.activeMs + added.activeMs,
    count: before.count + added.count,
  };
  return waiting.map((each) => (each === before ? sum : each));
}

function toKey({ kind, name, startMs }: WaitingCount): string {
  return JSON.stringify([kind, name, startMs]);
}
