import { expect, it } from 'vitest';
import { createHourOf } from '../../../../shared/domain/clock-hour.ts';

it.each([
  ['UTC', '2026-05-01T00:59:59Z', 0],
  ['Asia/Kolkata', '2026-05-01T18:29:59Z', 23],
  ['Asia/Kolkata', '2026-05-01T18:30:00Z', 0],
  // The hour after the clocks went back is the same again.
  ['America/New_York', '2026-11-01T05:30:00Z', 1],
  ['America/New_York', '2026-11-01T06:30:00Z', 1],
])('the hour of the clock in %s at %s is %d', (timeZone, at, hour) => {
  expect(createHourOf(timeZone)(Date.parse(at))).toBe(hour);
});
