import * as v from 'valibot';
import { civilRules, weekdays, type CalendarRules } from '../domain/calendar-day.ts';
import { clockChoices, type ClockChoice } from '../domain/clock-choice.ts';

/** When days and weeks begin, and how clocks are written: the same on every surface. */
export interface CalendarSettings extends CalendarRules {
  readonly clock: ClockChoice;
}

const dayStartHour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23));

export const calendarSettingsSchema = v.strictObject({
  dayStartHour: v.optional(dayStartHour, civilRules.dayStartHour),
  weekStartsOn: v.optional(v.picklist(weekdays), civilRules.weekStartsOn),
  clock: v.optional(v.picklist(clockChoices), 'system'),
});

/** Days from midnight, weeks from Monday, and the clock of the language, until the person changes them. */
export const defaultCalendarSettings: CalendarSettings = { ...civilRules, clock: 'system' };
