import { describe, expect, it } from 'vitest';
import { toPrecedingEndMs } from '../../../../shared/analytics/ranges.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';

describe('toPrecedingEndMs', () => {
  const calendar = createCalendar('Europe/Berlin');
  const today = { since: '2026-05-14', until: '2026-05-14' };
  const week = { since: '2026-05-08', until: '2026-05-14' };
  const endOf = (range: typeof today, now: string, days = calendar): string | null => {
    const endMs = toPrecedingEndMs(range, days, Date.parse(now));
    return endMs === null ? null : new Date(endMs).toISOString();
  };

  it('is the same time earlier by the length of the range, to the nearest quarter of an hour', () => {
    expect(endOf(today, '2026-05-14T13:07:00Z')).toBe('2026-05-13T13:00:00.000Z');
    expect(endOf(today, '2026-05-14T13:08:00Z')).toBe('2026-05-13T13:15:00.000Z');
    expect(endOf(week, '2026-05-14T13:07:00Z')).toBe('2026-05-07T13:00:00.000Z');
    // The range may end in the future.
    expect(endOf({ since: '2026-05-13', until: '2026-05-16' }, '2026-05-14T13:07:00Z')).toBe(
      '2026-05-10T13:00:00.000Z',
    );
  });

  it('uses the hour at which the user’s day starts', () => {
    const late = createCalendar('Europe/Berlin', { ...calendar, dayStartHour: 4 });
    // 1:30 AM still belongs to the previous day.
    expect(endOf(today, '2026-05-14T23:30:00Z', late)).toBe('2026-05-13T23:30:00.000Z');
  });

  it('is not after the end of the previous day, which may be shorter', () => {
    const longDay = { since: '2026-03-30', until: '2026-03-30' };
    expect(endOf(longDay, '2026-03-30T21:59:00Z')).toBe('2026-03-29T22:00:00.000Z');
  });

  it('is null for a range that has ended or has not started', () => {
    expect(endOf(today, '2026-05-14T22:00:00Z')).toBeNull();
    expect(endOf(today, '2026-05-13T21:59:00Z')).toBeNull();
  });
});
