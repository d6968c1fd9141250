import { describe, expect, it } from 'vitest';
import {
  addDays,
  createCalendar,
  isTimeZone,
  parseDay,
  toMonth,
  toWeekStart,
} from '../../../../shared/domain/calendar-day.ts';
import { hourMs } from '../../../../shared/domain/instant.ts';

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

describe('days', () => {
  it('are counted over months and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('belong to the week of their Monday', () => {
    expect(['2026-05-03', '2026-05-04', '2026-05-10', '2027-01-01'].map(toWeekStart)).toEqual([
      '2026-04-27',
      '2026-05-04',
      '2026-05-04',
      '2026-12-28',
    ]);
    expect(toMonth('2026-05-04')).toBe('2026-05');
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
