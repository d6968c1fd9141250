import { dayMs, floorTo, hourMs, quarterHourMs } from './instant.ts';

/** Builds a function that gives the hour of the clock in a time zone, 0 to 23. Throws a RangeError for an unknown one. */
export function createHourOf(timeZone: string): (atMs: number) => number {
  return readClock(timeZone, { hour: '2-digit', hourCycle: 'h23' });
}

/**
 * Builds a function that gives the start of the clock's hour that contains an instant. Some zones are half an hour or three
 * quarters off. An hour that the clock shows twice is two hours, and where the clock changes by half an hour, one is short.
 */
export function createHourStart(timeZone: string): (atMs: number) => number {
  const hourOf = createHourOf(timeZone);
  const minuteOf = readClock(timeZone, { minute: '2-digit' });
  return (atMs) => {
    let startMs = floorTo(atMs, quarterHourMs);
    while (minuteOf(startMs) > 0) {
      const beforeMs = startMs - quarterHourMs;
      if (hourOf(beforeMs) !== hourOf(startMs) || minuteOf(beforeMs) >= minuteOf(startMs)) break;
      startMs = beforeMs;
    }
    return startMs;
  };
}

/** Shorter than any time for which a zone keeps another offset. */
const sampleMs = 30 * dayMs;

/** Whether the clock's hours begin with those of UTC all the time between two instants. */
export function hasWholeHours(timeZone: string, fromMs: number, toMs: number): boolean {
  const minuteOf = readClock(timeZone, { minute: '2-digit' });
  for (let atMs = floorTo(fromMs, hourMs); atMs < toMs; atMs += sampleMs) if (minuteOf(atMs) !== 0) return false;
  return minuteOf(floorTo(toMs, hourMs)) === 0;
}

/** Builds a function that reads one number off the clock. */
function readClock(timeZone: string, part: Intl.DateTimeFormatOptions): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, ...part });
  // Every zone's offset is a multiple of 15 minutes.
  const known = new Map<number, number>();
  return (atMs) => {
    const quarter = floorTo(atMs, quarterHourMs);
    let number = known.get(quarter);
    if (number === undefined) known.set(quarter, (number = Number(format.format(quarter))));
    return number;
  };
}
