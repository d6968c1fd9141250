import { expect, it } from 'vitest';
import { createHourOf, hasWholeHours } from '../../../../shared/domain/clock-hour.ts';

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

it.each([
  ['America/New_York', '2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z', true],
  ['Asia/Kolkata', '2026-01-01T00:00:00Z', '2026-01-01T00:10:00Z', false],
  // Whole hours in summer only.
  ['Australia/Lord_Howe', '2026-01-10T00:20:00Z', '2026-01-20T00:50:00Z', true],
  ['Australia/Lord_Howe', '2026-01-10T00:20:00Z', '2026-12-20T00:50:00Z', false],
  ['Australia/Lord_Howe', '2026-01-10T00:20:00Z', '2026-04-06T00:50:00Z', false],
])('hasWholeHours(%s, %s, %s) is %s', (timeZone, from, to, expected) => {
  expect(hasWholeHours(timeZone, Date.parse(from), Date.parse(to))).toBe(expected);
});
