import { addDays, parseDay, type DayKey } from '../../shared/domain/calendar-day.ts';

/** The ranges that can be chosen; a number is that many days up to today. */
export const rangeNames = ['today', '7', '30', '90', '365', 'all', 'custom'] as const;
export type RangeName = (typeof rangeNames)[number];

/** A chosen range. The days count for `custom` only. */
export interface RangeChoice {
  readonly name: RangeName;
  readonly since: DayKey | null;
  readonly until: DayKey | null;
}

/** Days, both inclusive; null where nothing bounds them. */
export interface Bounds {
  readonly since: DayKey | null;
  readonly until: DayKey | null;
}

/** The range that a page's address names; the last 30 days when it names none. */
export function parseRange(parameters: Readonly<Record<string, string>>): RangeChoice {
  const name = rangeNames.find((each) => each === parameters['range']) ?? '30';
  const since = parseDay(parameters['since'] ?? '');
  const until = parseDay(parameters['until'] ?? '');
  if (name !== 'custom') return { name, since: null, until: null };
  if (since === null || until === null) return { name: '30', since: null, until: null };
  return since <= until ? { name, since, until } : { name, since: until, until: since };
}

/** A range as a page's address has it. */
export function toRangeParameters({ name, since, until }: RangeChoice): Readonly<Record<string, string>> {
  return { range: name, ...(since === null ? {} : { since }), ...(until === null ? {} : { until }) };
}

/** The days of a range. */
export function toBounds({ name, since, until }: RangeChoice, today: DayKey): Bounds {
  if (name === 'custom') return { since, until };
  if (name === 'all') return { since: null, until: null };
  return { since: name === 'today' ? today : addDays(today, 1 - Number(name)), until: today };
}
