import { dayMs, hourMs } from '../../../../shared/domain/instant.ts';
import { readUsagePattern } from '../../../../shared/forecast/usage-pattern.ts';
import { usedSoFar, windowKinds, type ForecastInput } from '../../../../shared/forecast/forecast.ts';
import { slotMs } from '../../../../shared/forecast/slot-series.ts';
import { toHourly } from './hourly.ts';

/** A moment as models see it; what was still to come is known of past ones. */
export interface Moment {
  readonly features: readonly number[];
  /** Logarithms of tokens in usual slots by hour, the newest last. */
  readonly hours: readonly number[];
  /** The usual tokens of a slot. */
  readonly scale: number;
}

/** How many hours a sequence has. */
export const sequenceHours = 24;
const bendOf = (value: number): number => Math.log1p(Math.max(0, value));

/** What is known at a moment: rest, recent activity, time of day and week, what is used, how long it still goes. */
export function toMoment(input: ForecastInput): Moment | null {
  const { series, nowMs, window, calendar } = input;
  const activity = readUsagePattern(series, nowMs);
  if (activity === null) return null;
  const scale = Math.max(1, activity.scales[activity.length] ?? 1);
  const since = (ms: number): number => bendOf(series.sumBetween(nowMs - ms, nowMs) / scale);
  const turn = (share: number): readonly [number, number] => [
    Math.sin(2 * Math.PI * share),
    Math.cos(2 * Math.PI * share),
  ];
  const leftMs = window.endMs - nowMs;
  const timeOfDay = (nowMs - calendar.startOf(calendar.dayOf(nowMs))) / dayMs;
  const features = [
    bendOf(activity.rests[activity.length] ?? 0),
    activity.recent[activity.length] ?? 0,
    activity.regularity[activity.length] ?? 0,
    ...[hourMs, 3 * hourMs, dayMs, 7 * dayMs].map(since),
    bendOf(usedSoFar(input) / scale),
    bendOf(leftMs / slotMs),
    // What came a day and a week ago in the time that is left.
    ...[1, 7].map((days) =>
      bendOf(series.sumBetween(nowMs - days * dayMs, Math.min(nowMs, nowMs - days * dayMs + leftMs)) / scale),
    ),
    ...turn(timeOfDay),
    ...turn((((nowMs / dayMs + 3) % 7) + 7) / 7),
    ...windowKinds.map((kind) => (kind === window.kind ? 1 : 0)),
  ];
  const { values } = toHourly(input);
  const hours = Array.from({ length: sequenceHours }, (_, index) =>
    bendOf((values[values.length - sequenceHours + index] ?? 0) / scale),
  );
  return { features, hours, scale };
}
