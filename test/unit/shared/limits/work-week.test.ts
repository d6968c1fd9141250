import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { everyDay, learnWorkWeek, measureWork, toWorkWeek } from '../../../../shared/limits/work-week.ts';

const hour = 3_600_000;
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];

describe('measureWork', () => {
  it('counts work days only, at local midnights', () => {
    const calendar = createCalendar('America/New_York');
    // Friday 1 May, 20:00 to Monday, 8:00 local time
    const from = Date.parse('2026-05-02T00:00:00Z');
    const to = Date.parse('2026-05-04T12:00:00Z');
    expect(measureWork(from, to, toWorkWeek(5), calendar) / hour).toBe(4 + 8);
    expect(measureWork(from, to, toWorkWeek(4), calendar) / hour).toBe(8);
    expect(measureWork(from, to, everyDay, calendar)).toBe(to - from);
    expect(measureWork(to, from, everyDay, calendar)).toBe(0);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kathmandu', '2026-04-05', 24],
  ])('in %s, %s has %d hours', (zone, day, hours) => {
    const calendar = createCalendar(zone);
    const from = calendar.startOf(day);
    expect(measureWork(from, calendar.startOf(addDays(day, 1)), everyDay, calendar) / hour).toBe(hours);
    // A Sunday: no work.
    expect(measureWork(from, calendar.startOf(addDays(day, 1)), toWorkWeek(5), calendar)).toBe(0);
  });

  it('is the same in one piece or in two, in every zone and across every change of the clock', () => {
    const year = Date.parse('2026-01-01T00:00:00Z');
    const moment = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minute) => year + minute * 60_000);
    const calendars = zones.map((zone) => createCalendar(zone));
    fc.assert(
      fc.property(
        fc.constantFrom(...calendars),
        fc.constantFrom(4 as const, 5 as const, 7 as const),
        moment,
        fc.nat(20_160),
        fc.nat(20_160),
        (calendar, days, from, first, second) => {
          const week = toWorkWeek(days);
          const [middle, to] = [from + first * 60_000, from + (first + second) * 60_000];
          const whole = measureWork(from, to, week, calendar);
          expect(whole).toBe(measureWork(from, middle, week, calendar) + measureWork(middle, to, week, calendar));
          expect(whole).toBeLessThanOrEqual(to - from);
          if (days === 7) expect(whole).toBe(to - from);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('learnWorkWeek', () => {
  const weeksOf = (count: number, days: readonly number[]) =>
    new Map(
      Array.from({ length: count }, (_, week) =>
        days.map((used, day) => [addDays('2026-04-06', week * 7 + day), used] as const),
      ).flat(),
    );

  it('is the mean share of each weekday, Monday first', () => {
    const week = learnWorkWeek(weeksOf(3, [2, 2, 2, 2, 2, 0, 0]))!;
    expect(week.slice(0, 5)).toEqual([1.4, 1.4, 1.4, 1.4, 1.4].map((share) => expect.closeTo(share, 9) as number));
    // What never happened may happen.
    expect(week.slice(5)).toEqual([0.1, 0.1]);
  });

  it('gives a week of little work the weight of one of much', () => {
    const used = new Map([...weeksOf(3, [1, 0, 0, 0, 0, 0, 0]), ['2026-05-02', 1_000_000] as const]);
    const week = learnWorkWeek(used)!;
    expect(week[0] / week[5]).toBeCloseTo(3, 9);
  });

  it('is unknown before three weeks with usage', () => {
    expect(learnWorkWeek(weeksOf(2, [1, 1, 1, 1, 1, 1, 1]))).toBeNull();
    expect(learnWorkWeek(new Map([...weeksOf(2, [1]), ['2026-06-01', 0], ['2026-06-08', Number.NaN]]))).toBeNull();
    expect(learnWorkWeek(new Map())).toBeNull();
  });
});
