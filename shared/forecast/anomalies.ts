import { anomalyKinds, type Anomaly, type AnomalyCause, type AnomalyKind } from '../domain/forecast.ts';
import { dayMs, floorTo, hourMs } from '../domain/instant.ts';
import type { Calendar } from '../domain/calendar-day.ts';
import { quantileOf } from './quantile.ts';

/** What was used within one hour by one session with one model, in or outside a subagent. */
export interface UsagePiece {
  /** Start of the hour, UTC milliseconds. */
  readonly atMs: number;
  readonly tokens: number;
  /** Of these, written into a cache. */
  readonly cacheWriteTokens: number;
  readonly source: string;
  readonly sessionId: string;
  readonly project: string | null;
  readonly model: string;
  readonly isSidechain: boolean;
}

/** At least this many must precede; otherwise it is not known what is usual. */
const minBefore: Readonly<Record<AnomalyKind, number>> = { session: 10, hour: 20, day: 7 };
/** Minimum excess: in robust standard deviations of the logarithm, and as a multiple of the usual maximum. */
const minDeviations = 3.5;
const minTimes = 3;
/** Lower bound for the spread, for people with very even usage: a third more or less means nothing. */
const minSpread = 0.3;
/** Older anomalies are no news. */
const newsMs = 7 * dayMs;
/** A cause is named when it accounts for more than this; a narrower anomaly that does so replaces the wider one. */
const mainShare = 0.6;

interface Unit {
  readonly kind: AnomalyKind;
  readonly name: string;
  readonly startMs: number;
  readonly pieces: readonly UsagePiece[];
  readonly tokens: number;
}

/**
 * Sessions, hours and days of the last week far above what was usual for this person before, with their main cause;
 * newest first. One excess is named once: a session explains the hours and the day that it fills.
 */
export function findAnomalies(pieces: readonly UsagePiece[], calendar: Calendar, nowMs: number): readonly Anomaly[] {
  const found: { readonly unit: Unit; readonly usual: number }[] = [];
  for (const kind of anomalyKinds) {
    const units = toUnits(kind, pieces, calendar);
    for (const [index, unit] of units.entries()) {
      if (unit.startMs < nowMs - newsMs) continue;
      const before = units.slice(0, index).map(({ tokens }) => tokens);
      if (before.length < minBefore[kind] || !isFarAbove(unit.tokens, before)) continue;
      if (found.some((other) => shareOf(unit, other.unit) > mainShare)) continue;
      found.push({ unit, usual: Math.round(quantileOf(before, 0.9)) });
    }
  }
  return found.sort((a, b) => b.unit.startMs - a.unit.startMs).map(({ unit, usual }) => toAnomaly(unit, usual));
}

/** Whether an amount is far above those before: compares logarithms, since usage is spread over orders of magnitude. */
export function isFarAbove(tokens: number, before: readonly number[]): boolean {
  // Nearly everything ends here, and each further quantile sorts all of the past.
  if (tokens <= minTimes * quantileOf(before, 0.9)) return false;
  const logs = before.map(Math.log);
  const median = quantileOf(logs, 0.5);
  const spread =
    1.4826 *
    quantileOf(
      logs.map((each) => Math.abs(each - median)),
      0.5,
    );
  return Math.log(tokens) - median > minDeviations * Math.max(spread, minSpread);
}

function toUnits(kind: AnomalyKind, pieces: readonly UsagePiece[], calendar: Calendar): readonly Unit[] {
  const groups = new Map<string, UsagePiece[]>();
  for (const piece of pieces) {
    if (piece.tokens <= 0) continue;
    const name = nameOf(kind, piece, calendar);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(piece);
  }
  return [...groups]
    .map(([name, group]) => ({
      kind,
      name,
      pieces: group,
      startMs: kind === 'day' ? calendar.startOf(name) : Math.min(...group.map(({ atMs }) => atMs)),
      tokens: group.reduce((sum, { tokens }) => sum + tokens, 0),
    }))
    .sort((a, b) => a.startMs - b.startMs || (a.name < b.name ? -1 : 1));
}

function nameOf(kind: AnomalyKind, { source, sessionId, atMs }: UsagePiece, calendar: Calendar): string {
  if (kind === 'session') return `${source} ${sessionId}`;
  return kind === 'hour' ? String(floorTo(atMs, hourMs)) : calendar.dayOf(atMs);
}

/** The share of a unit's tokens that another one accounts for. */
function shareOf({ pieces, tokens }: Unit, other: Unit): number {
  const theirs = new Set(other.pieces);
  return pieces.filter((piece) => theirs.has(piece)).reduce((sum, piece) => sum + piece.tokens, 0) / tokens;
}

function toAnomaly({ kind, name, startMs, pieces, tokens }: Unit, usualTokens: number): Anomaly {
  const { cause, causeName, share } = findCause(kind, pieces, tokens);
  return {
    id: `${kind} ${name}`,
    kind,
    startMs,
    tokens,
    usualTokens,
    cause,
    causeName,
    causeShare: Math.min(1, share),
  };
}

/** The first of these that accounts for most of it; the more surprising ones come first. */
function findCause(kind: AnomalyKind, pieces: readonly UsagePiece[], tokens: number) {
  const sum = (value: (piece: UsagePiece) => number): number =>
    pieces.reduce((all, piece) => all + value(piece), 0) / tokens;
  const top = (
    toKey: (piece: UsagePiece) => string | null,
  ): { readonly name: string | null; readonly share: number } => {
    const shares = new Map<string | null, number>();
    for (const piece of pieces) shares.set(toKey(piece), (shares.get(toKey(piece)) ?? 0) + piece.tokens / tokens);
    const [name, share] = [...shares].reduce((best, each) => (each[1] > best[1] ? each : best));
    return { name, share };
  };
  const session = top(({ sessionId }) => (sessionId === '' ? null : sessionId));
  const project = top((piece) => piece.project);
  const model = top((piece) => piece.model);
  const candidates: readonly { cause: AnomalyCause; causeName: string | null; share: number }[] = [
    { cause: 'cache-rebuilt', causeName: null, share: sum((piece) => piece.cacheWriteTokens) },
    { cause: 'sidechain', causeName: null, share: sum((piece) => (piece.isSidechain ? piece.tokens : 0)) },
    ...(kind === 'session' || session.name === null
      ? []
      : [{ cause: 'session' as const, causeName: session.name, share: session.share }]),
    ...(project.name === null ? [] : [{ cause: 'project' as const, causeName: project.name, share: project.share }]),
    { cause: 'model', causeName: model.name, share: model.share },
  ];
  return candidates.find(({ share }) => share > mainShare) ?? { cause: 'unknown' as const, causeName: null, share: 0 };
}
