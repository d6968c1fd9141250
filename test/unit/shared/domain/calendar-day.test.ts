import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilRules,
  createCalendar,
  isTimeZone,
  parseDay,
  toMonth,
  toWeekStart,
  weekdays,
} from '../../../../shared/domain/calendar-day.ts';
import { dayMs, floorTo, hourMs, quarterHourMs } from '../../../../shared/domain/instant.ts';

describe('createCalendar', () => {
  it.each([
    ['UTC', '2026-05-01', '2026-05-01T00:00:00Z'],
    ['Asia/Kathmandu', '2026-05-01', '2026-04-30T18:15:00Z'],
    ['Pacific/Kiritimati', '2026-05-01', '2026-04-30T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-05-01', '2026-05-01T11:00:00Z'],
    ['America/St_Johns', '2026-01-15', '2026-01-15T03:30:00Z'],
    // The clock jumps from 24:00 to 01:00: the day begins at one.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z'],
  ])('starts the day of %s', (timeZone, day, start) => {
    const calendar = createCalendar(timeZone);
    const startMs = Date.parse(start);
    expect(new Date(calendar.startOf(day)).toISOString()).toBe(new Date(startMs).toISOString());
    expect(calendar.dayOf(startMs)).toBe(day);
    expect(calendar.dayOf(startMs - 1)).toBe(addDays(day, -1));
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kathmandu', '2026-03-29', 24],
  ])('knows how long a day in %s is on %s', (timeZone, day, hours) => {
    const calendar = createCalendar(timeZone);
    expect((calendar.startOf(addDays(day, 1)) - calendar.startOf(day)) / hourMs).toBe(hours);
  });

  it('has one day for every instant of a day, also while the clock is turned back', () => {
    const calendar = createCalendar('Europe/Berlin');
    const startMs = calendar.startOf('2026-10-25');
    const days = Array.from({ length: 25 * 60 }, (_, minute) => calendar.dayOf(startMs + minute * 60_000));
    expect(new Set(days)).toEqual(new Set(['2026-10-25']));
  });
});

/** Every moment at which a day may begin, by the clock on the wall alone: an independent recount. */
function recountDay(atMs: number, timeZone: string, startHour: number): string {
  const wall = (ms: number): string =>
    new Date(ms).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const clock = `${String(startHour).padStart(2, '0')}:00:00`;
  // The first moment of the last two days at which the wall shows a date and at least the hour.
  let day = '';
  for (let ms = floorTo(atMs, quarterHourMs) - 50 * hourMs; ms <= atMs; ms += quarterHourMs) {
    const [date = '', time = ''] = wall(ms).split(' ');
    if (time >= clock && date > day) day = date;
  }
  return day;
}

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Antarctica/Troll', 'America/Havana', 'UTC'];
const zonesAndMoments = {
  zone: fc.constantFrom(...zones),
  // Half of them within two days of a change of the clock.
  atMs: fc.oneof(
    fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
    fc
      .tuple(
        fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'),
        fc.integer({ min: -dayMs, max: 2 * dayMs }),
      )
      .map(([day, offsetMs]) => Date.parse(day) + offsetMs),
  ),
  startHour: fc.integer({ min: 0, max: 23 }),
};

describe('the hour at which a day begins', () => {
  it('is an hour of the clock, also where the clock is changed: as a recount by the wall has it', () => {
    fc.assert(
      fc.property(fc.record(zonesAndMoments), ({ zone, atMs, startHour }) => {
        const calendar = createCalendar(zone, { dayStartHour: startHour, weekStartsOn: 1 });
        expect(calendar.dayOf(atMs)).toBe(recountDay(atMs, zone, startHour));
      }),
      { numRuns: 150 },
    );
  });

  it('is where one day ends and the next begins', () => {
    fc.assert(
      fc.property(fc.record(zonesAndMoments), ({ zone, atMs, startHour }) => {
        const calendar = createCalendar(zone, { dayStartHour: startHour, weekStartsOn: 1 });
        const day = calendar.dayOf(atMs);
        const [startMs, endMs] = [calendar.startOf(day), calendar.startOf(addDays(day, 1))];
        expect([startMs <= atMs, atMs < endMs]).toEqual([true, true]);
        expect([calendar.dayOf(startMs), calendar.dayOf(startMs - 1)]).toEqual([day, addDays(day, -1)]);
      }),
    );
  });

  it.each([
    // The clock shows 02:30 twice; both are before three.
    ['Europe/Berlin', 3, '2026-10-25T00:30:00Z', '2026-10-24'],
    ['Europe/Berlin', 3, '2026-10-25T01:30:00Z', '2026-10-24'],
    ['Europe/Berlin', 3, '2026-10-25T02:00:00Z', '2026-10-25'],
    // There is no 02:00: the day begins at three.
    ['Europe/Berlin', 2, '2026-03-29T00:59:59Z', '2026-03-28'],
    ['Europe/Berlin', 2, '2026-03-29T01:00:00Z', '2026-03-29'],
    // The clock goes back from three to one, after the day has begun at two.
    ['Antarctica/Troll', 2, '2026-10-25T00:30:00Z', '2026-10-25'],
    ['Antarctica/Troll', 2, '2026-10-25T01:30:00Z', '2026-10-25'],
  ])('%s from %i: %s is %s', (zone, dayStartHour, at, day) => {
    expect(createCalendar(zone, { dayStartHour, weekStartsOn: 1 }).dayOf(Date.parse(at))).toBe(day);
  });
});

describe('days', () => {
  it('are counted over months and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('belong to the week of their Monday', () => {
    expect(['2026-05-03', '2026-05-04', '2026-05-10', '2027-01-01'].map((day) => toWeekStart(day, civilRules))).toEqual(
      ['2026-04-27', '2026-05-04', '2026-05-04', '2026-12-28'],
    );
    expect(toMonth('2026-05-04')).toBe('2026-05');
    // 2026-05-03 is a Sunday.
    const starts = weekdays.map((weekStartsOn) => toWeekStart('2026-05-03', { weekStartsOn }));
    expect(starts).toEqual([
      '2026-05-03',
      ...['2026-04-27', '2026-04-28', '2026-04-29', '2026-04-30', '2026-05-01', '2026-05-02'],
    ]);
  });

  it('are read in two notations', () => {
    expect(['2026-05-01', '20260501'].map(parseDay)).toEqual(['2026-05-01', '2026-05-01']);
    const wrong = [
      '2026-02-30',
      '2026-13-01',
      '2026-5-1',
      'today',
      '',
      'x2026-05-01',
      '2026-05-01T00:00',
      '12026-05-01',
    ];
    expect(wrong.filter((text) => parseDay(text) !== null)).toEqual([]);
  });
});

describe('isTimeZone', () => {
  it('accepts the names of time zones', () => {
    expect(['Asia/Kathmandu', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});
