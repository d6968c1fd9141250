import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { toPace } from '../../../../shared/limits/pace.ts';
import { everyDay, toWorkWeek, type WorkWeek } from '../../../../shared/limits/work-week.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const minute = 60_000;
const hour = 60 * minute;
const calendar = createCalendar('Europe/Berlin');
/** Monday, 0:00 in Berlin. */
const monday = Date.parse('2026-05-03T22:00:00Z');
const nextMonday = monday + 168 * hour;

const paceOf = (patch: ReadingPatch, week: WorkWeek = everyDay) => toPace(makeReading(patch), { week, calendar });
const session = (usedPercent: number, afterMinutes: number) =>
  paceOf({ usedPercent, resetsAtMs: monday + 300 * minute, observedAtMs: monday + afterMinutes * minute });
const weekly = (usedPercent: number, afterHours: number, week?: WorkWeek) =>
  paceOf(
    { windowMinutes: 10_080, usedPercent, resetsAtMs: nextMonday, observedAtMs: monday + afterHours * hour },
    week,
  );

describe('toPace', () => {
  it('compares use with the time that has passed', () => {
    expect(session(60, 150)).toEqual({ elapsedPercent: 50, deltaPercent: 10, band: 'above' });
    expect(session(10, 150)).toEqual({ elapsedPercent: 50, deltaPercent: -40, band: 'far-below' });
  });

  it.each([
    [50, 'even'],
    [52, 'even'],
    [52.1, 'slightly-above'],
    [56, 'slightly-above'],
    [56.1, 'above'],
    [62.1, 'far-above'],
    [47.9, 'slightly-below'],
    [43.9, 'below'],
    [37.9, 'far-below'],
  ])('%d percent at half time are %s', (used, band) => {
    expect(session(used, 150)?.band).toBe(band);
  });

  it('says nothing before 3 percent have passed', () => {
    expect(session(5, 8)).toBeNull();
    expect(session(5, 9)).toMatchObject({ elapsedPercent: 3 });
  });

  it('says nothing without a figure, a length or a reset', () => {
    const whole = { usedPercent: 5, resetsAtMs: monday + 300 * minute, observedAtMs: monday + 150 * minute };
    expect(paceOf(whole)).not.toBeNull();
    for (const missing of [{ usedPercent: null }, { resetsAtMs: null }, { windowMinutes: null }]) {
      expect(paceOf({ ...whole, ...missing })).toBeNull();
    }
  });

  it('counts work days in weekly windows, and in no shorter one', () => {
    // Friday, 12:00
    expect(weekly(90, 108)).toMatchObject({ elapsedPercent: 64.3, band: 'far-above' });
    expect(weekly(90, 108, toWorkWeek(5))).toEqual({ elapsedPercent: 90, deltaPercent: 0, band: 'even' });
    expect(weekly(90, 108, toWorkWeek(4))).toMatchObject({ elapsedPercent: 100 });
    const sunday = { resetsAtMs: nextMonday, observedAtMs: nextMonday - 150 * minute, usedPercent: 50 };
    expect(paceOf(sunday, toWorkWeek(5))).toMatchObject({ elapsedPercent: 50 });
  });

  it('survives readings from outside the window', () => {
    expect(session(5, 400)).toMatchObject({ elapsedPercent: 100 });
    expect(session(5, -400)).toBeNull();
  });
});
