import { civilRules } from '../../../../shared/domain/calendar-day.ts';
import { describe, expect, it } from 'vitest';
import { startOfLastPeriods } from '../../../../shared/domain/last-periods.ts';

describe('startOfLastPeriods', () => {
  it.each([
    ['day', 1, '2026-05-01', '2026-05-01'],
    ['day', 3, '2026-03-01', '2026-02-27'],
    ['week', 1, '2026-05-03', '2026-04-27'],
    ['week', 2, '2026-05-04', '2026-04-27'],
    ['month', 1, '2026-05-31', '2026-05-01'],
    ['month', 5, '2026-05-31', '2026-01-01'],
    ['month', 6, '2026-05-31', '2025-12-01'],
    ['month', 18, '2026-05-31', '2024-12-01'],
    ['month', 12 * 1_100, '2026-05-31', '0926-06-01'],
  ] as const)('begins the last %s(s) (%d) up to %s on %s', (kind, count, until, start) => {
    expect(startOfLastPeriods(kind, count, until, civilRules)).toBe(start);
  });

  it('counts weeks from the day with which they begin', () => {
    expect(startOfLastPeriods('week', 1, '2026-05-03', { weekStartsOn: 0 })).toBe('2026-05-03');
    expect(startOfLastPeriods('week', 2, '2026-05-03', { weekStartsOn: 6 })).toBe('2026-04-25');
  });
});
