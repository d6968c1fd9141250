import type { ActivityRow } from '../domain/activity.ts';
import { dayMs, floorTo, quarterHourMs } from '../domain/instant.ts';
import { compareValues } from '../lib/compare.ts';

/** What a row is about, without time and numbers. */
export type ActivitySubject = Pick<ActivityRow, 'kind' | 'name' | 'via' | 'origin'>;

/** Numbers of a row. */
export type ActivityNumbers = Pick<ActivityRow, 'activeMs' | 'count' | 'inputTokens' | 'outputTokens'>;

const noActivity: ActivityNumbers = { activeMs: 0, count: 0, inputTokens: 0, outputTokens: 0 };

/** A row of the quarter of an hour that an instant belongs to. */
export function toQuarterRow(subject: ActivitySubject, atMs: number, numbers: Partial<ActivityNumbers>): ActivityRow {
  const { kind, name, via, origin } = subject;
  return {
    ...{ kind, name, via, origin, ...noActivity, ...numbers },
    startMs: floorTo(atMs, quarterHourMs),
    grainMs: quarterHourMs as 900_000,
  };
}

/** A row for something whose time was not recorded. */
export function toUndatedRow(subject: ActivitySubject, numbers: Partial<ActivityNumbers>): ActivityRow {
  return { ...toQuarterRow(subject, 0, numbers), grainMs: 0 };
}

/** Active time between two instants, split among the quarters of an hour that it touches. */
export function spreadActive(subject: ActivitySubject, fromMs: number, toMs: number): readonly ActivityRow[] {
  const [first, end] = [Math.round(fromMs), Math.round(toMs)];
  const rows: ActivityRow[] = [];
  for (let atMs = first; atMs < end;) {
    const nextMs = Math.min(floorTo(atMs, quarterHourMs) + quarterHourMs, end);
    rows.push(toQuarterRow(subject, atMs, { activeMs: nextMs - atMs }));
    atMs = nextMs;
  }
  return rows;
}

/** The day (UTC) that a slot belongs to, with its numbers. */
export function toDayRow(row: ActivityRow): ActivityRow {
  return { ...row, startMs: floorTo(row.startMs, dayMs), grainMs: dayMs as 86_400_000 };
}

/** Sums rows of the same slot and subject; ordered as a store lists them. */
export function mergeActivity(rows: readonly ActivityRow[]): readonly ActivityRow[] {
  const merged = new Map<string, ActivityRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.grainMs, row.startMs, row.kind, row.name, row.via, row.origin]);
    const before = merged.get(key);
    merged.set(key, before === undefined ? row : { ...row, ...addNumbers(before, row) });
  }
  return [...merged.values()].sort(compareActivity);
}

/** The order in which stores list rows. */
export function compareActivity(a: ActivityRow, b: ActivityRow): number {
  return (
    a.startMs - b.startMs ||
    a.grainMs - b.grainMs ||
    compareValues(a.kind, b.kind) ||
    compareValues(a.name, b.name) ||
    compareValues(a.via, b.via) ||
    compareValues(a.origin, b.origin)
  );
}

function addNumbers(left: ActivityNumbers, right: ActivityNumbers): ActivityNumbers {
  return {
    activeMs: left.activeMs + right.activeMs,
    count: left.count + right.count,
    inputTokens: left.inputTokens + right.inputTokens,
    outputTokens: left.outputTokens + right.outputTokens,
  };
}
