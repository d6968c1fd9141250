import { minuteMs } from '../domain/instant.ts';
import { toLimitKey, toLimitName, type LimitId, type LimitKey } from '../domain/limit-id.ts';
import { isLongWindow, sameResetMs, type LimitReading } from '../domain/limit-window.ts';
import { groupBy } from '../lib/group-by.ts';
import { roundingPercent } from './cycles.ts';

/**
 * Gives every reading the id of the window that it observes, wherever it was found. A history of percentages belongs to
 * the limit itself. A reading that names no account (logs, status lines) gets one only with proof, since another login
 * may have written it: a window of a day or longer, reported at the same moment by the same place, resets when that
 * window of exactly one account does, and nothing reported with it contradicts that account. A shorter window proves it
 * only where it was reported alone and nothing shows that the person has another account: those of two accounts that
 * are used in turn begin in the same hour. What is not proven stays a window of its own, whose account is unknown.
 */
export function resolveLimitIds(readings: readonly LimitReading[]): readonly LimitReading[] {
  const known = toKnownCycles(readings);
  const observations = groupBy(
    readings.filter(({ id }) => id.account === null),
    toObservation,
  );
  const evidence = [...observations].map(([key, own]) => ({
    key,
    provider: own[0]!.id.provider,
    ...weigh(own, known),
  }));
  const shared = findSharedProviders(readings, evidence);
  const owners = new Map(
    evidence.map((each) => [each.key, pickOwner(each, shared.has(each.provider) ? each.long : each.any)]),
  );
  return readings.map((reading) => {
    const account = reading.id.account ?? owners.get(toObservation(reading)) ?? null;
    return { ...reading, id: { ...reading.id, name: toLimitName(reading.id.name), account } };
  });
}

/** Readings by the window that each observes, given all of them; each keeps the id under which it was found. */
export function groupByWindow(readings: readonly LimitReading[]): ReadonlyMap<LimitKey, readonly LimitReading[]> {
  const keys = new Map(resolveLimitIds(readings).map(({ id }, index) => [readings[index]!, toLimitKey(id)]));
  return groupBy(readings, (reading) => keys.get(reading)!);
}

/** Everything that one origin reported at one moment belongs to one account. */
function toObservation({ id, source, origin, observedAtMs }: LimitReading): string {
  return JSON.stringify([id.provider, source, origin, observedAtMs]);
}

/** Named readings of windows with a reset: by window, account and reset, in the order of time. */
type KnownCycles = ReadonlyMap<string, ReadonlyMap<string, readonly (readonly LimitReading[])[]>>;

function toWindowKey({ provider, name, scope }: LimitId): string {
  return JSON.stringify([provider, toLimitName(name), scope]);
}

function toKnownCycles(readings: readonly LimitReading[]): KnownCycles {
  const named = readings.filter(({ id, resetsAtMs }) => id.account !== null && resetsAtMs !== null);
  const byTime = named.toSorted((left, right) => left.observedAtMs - right.observedAtMs);
  const windows = groupBy(byTime, ({ id }) => toWindowKey(id));
  return new Map(
    [...windows].map(([key, own]) => {
      const accounts = groupBy(own, ({ id }) => id.account!);
      const cycles = [...accounts].map(([account, each]) => [account, splitByReset(each)] as const);
      return [key, new Map(cycles)];
    }),
  );
}

function splitByReset(readings: readonly LimitReading[]): readonly (readonly LimitReading[])[] {
  const cycles: LimitReading[][] = [];
  for (const reading of readings) {
    const cycle = cycles.findLast(([first]) => isNear(first!, reading));
    if (cycle === undefined) cycles.push([reading]);
    else cycle.push(reading);
  }
  return cycles;
}

/** The accounts that an observation's windows match (long ones, or else any), and those that they contradict. */
interface Evidence {
  readonly any: ReadonlySet<string>;
  readonly long: ReadonlySet<string>;
  readonly refuted: ReadonlySet<string>;
}

function weigh(observation: readonly LimitReading[], known: KnownCycles): Evidence {
  const [any, long, refuted] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const reading of observation) {
    for (const [account, cycles] of known.get(toWindowKey(reading.id)) ?? []) {
      const verdict = compare(reading, cycles);
      if (verdict === 'contradicts') refuted.add(account);
      if (verdict !== 'matches') continue;
      any.add(account);
      if (isLongWindow(reading)) long.add(account);
    }
  }
  const hasLong = observation.some((reading) => isLongWindow(reading) && reading.resetsAtMs !== null);
  return { any: hasLong ? long : any, long, refuted };
}

/**
 * The providers with which the person has several accounts: several are named, or some reading belongs to none of the
 * named ones.
 */
function findSharedProviders(
  readings: readonly LimitReading[],
  evidence: readonly (Evidence & Pick<LimitId, 'provider'>)[],
): ReadonlySet<string> {
  const named = groupBy(
    readings.filter(({ id }) => id.account !== null),
    ({ id }) => id.provider,
  );
  const several = [...named].filter(([, own]) => new Set(own.map(({ id }) => id.account)).size > 1);
  const foreign = evidence.filter(({ refuted }) => refuted.size > 0);
  return new Set([...several.map(([provider]) => provider), ...foreign.map(({ provider }) => provider)]);
}

/** The only account that an observation provably belongs to; null if there is none, or several. */
function pickOwner({ refuted }: Evidence, proven: ReadonlySet<string>): string | null {
  const left = [...proven].filter((account) => !refuted.has(account));
  return left.length === 1 ? left[0]! : null;
}

/**
 * A reading matches a cycle with the same reset. It contradicts an account that was in another cycle at that moment, or
 * whose use in the same cycle would have fallen.
 */
function compare(
  reading: LimitReading,
  cycles: readonly (readonly LimitReading[])[],
): 'matches' | 'contradicts' | 'silent' {
  if (reading.resetsAtMs === null) return 'silent';
  const same = cycles.filter(([first]) => isNear(first!, reading));
  if (same.length > 0) return same.every((cycle) => isAmong(reading, cycle)) ? 'matches' : 'contradicts';
  return cycles.some(([first]) => isDuring(reading, first!)) ? 'contradicts' : 'silent';
}

function isDuring({ observedAtMs }: LimitReading, { resetsAtMs, windowMinutes }: LimitReading): boolean {
  const startMs = windowMinutes === null ? -Infinity : resetsAtMs! - windowMinutes * minuteMs;
  return observedAtMs >= startMs && observedAtMs < resetsAtMs!;
}

/** Whether use rises from the reading before it to the one after it. */
function isAmong({ observedAtMs, usedPercent }: LimitReading, cycle: readonly LimitReading[]): boolean {
  if (usedPercent === null) return true;
  const before = cycle.findLast((each) => each.observedAtMs <= observedAtMs)?.usedPercent ?? 0;
  const after = cycle.find((each) => each.observedAtMs >= observedAtMs)?.usedPercent ?? 100;
  return before <= usedPercent + roundingPercent && usedPercent <= after + roundingPercent;
}

function isNear(left: LimitReading, right: LimitReading): boolean {
  return Math.abs(left.resetsAtMs! - right.resetsAtMs!) <= sameResetMs;
}

/**
 * The windows of the account that each agent uses now: the one with the newest reading. New usage counts toward no
 * other.
 */
export function listInUse<Window extends Pick<LimitReading, 'id' | 'source' | 'observedAtMs'>>(
  windows: readonly Window[],
): readonly Window[] {
  const newest = new Map<string, Window>();
  const toAgent = ({ source, id }: Window): string => JSON.stringify([source, id.provider]);
  for (const window of windows) {
    const known = newest.get(toAgent(window));
    if (known === undefined || window.observedAtMs > known.observedAtMs) newest.set(toAgent(window), window);
  }
  return windows.filter((window) => newest.get(toAgent(window))?.id.account === window.id.account);
}
