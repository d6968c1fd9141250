import { describe, expect, it } from 'vitest';
import { findNextWallTime } from '../../../../shared/domain/wall-time.ts';

function find(time: string, zone: string, after: string): string | null {
  const [, month, day, hour, minute] = /^(?:(\d+)-(\d+) )?(\d+):(\d+)$/.exec(time)!;
  const date = month === undefined ? null : { month: Number(month), day: Number(day) };
  const found = findNextWallTime({ hour: Number(hour), minute: Number(minute), date }, zone, Date.parse(after));
  return found === null ? null : new Date(found).toISOString();
}

describe('findNextWallTime', () => {
  it.each([
    ['15:00', 'UTC', '2026-05-04T09:00:00Z', '2026-05-04T15:00:00.000Z'],
    ['15:00', 'UTC', '2026-05-04T15:00:00Z', '2026-05-05T15:00:00.000Z'],
    ['15:00', 'Asia/Taipei', '2026-05-04T05:00:00Z', '2026-05-04T07:00:00.000Z'],
    ['3:00', 'Asia/Kathmandu', '2026-05-04T20:00:00Z', '2026-05-04T21:15:00.000Z'],
    ['15:07', 'UTC', '2026-05-04T09:00:30Z', '2026-05-04T15:07:00.000Z'],
    ['5-09 3:00', 'America/New_York', '2026-05-04T09:00:00Z', '2026-05-09T07:00:00.000Z'],
    ['1-02 9:00', 'UTC', '2026-12-30T09:00:00Z', '2027-01-02T09:00:00.000Z'],
  ])('%s in %s after %s is %s', (time, zone, after, expected) => {
    expect(find(time, zone, after)).toBe(expected);
  });

  it.each([
    // The clock is put forward at 1:00 UTC: 2:30 does not exist on that day.
    ['2:30', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-30T00:30:00.000Z'],
    ['3:00', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T01:00:00.000Z'],
    // It is put back at 1:00 UTC: 2:30 comes twice.
    ['2:30', 'Europe/Berlin', '2026-10-24T23:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['2:30', 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00.000Z'],
    ['15:00', 'America/New_York', '2026-03-08T05:00:00Z', '2026-03-08T19:00:00.000Z'],
    ['15:00', 'Australia/Lord_Howe', '2026-04-04T13:00:00Z', '2026-04-05T04:30:00.000Z'],
  ])('%s in %s after %s is %s, where the clock is changed', (time, zone, after, expected) => {
    expect(find(time, zone, after)).toBe(expected);
  });

  it('is nothing for a date that is long past or does not exist', () => {
    expect(find('3-01 9:00', 'UTC', '2026-05-04T09:00:00Z')).toBeNull();
    expect(find('2-30 9:00', 'UTC', '2026-02-20T09:00:00Z')).toBeNull();
  });
});
