import { quarterHourMs, floorTo } from './instant.ts';

/** Builds a function that gives the hour of the clock in a time zone, 0 to 23. Throws a RangeError for an unknown one. */
export function createHourOf(timeZone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  // Every zone's offset is a multiple of 15 minutes.
  const known = new Map<number, number>();
  return (atMs) => {
    const quarter = floorTo(atMs, quarterHourMs);
    let hour = known.get(quarter);
    if (hour === undefined) known.set(quarter, (hour = Number(format.format(quarter))));
    return hour;
  };
}
