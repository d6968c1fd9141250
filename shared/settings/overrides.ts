import type { CalendarSettings } from './calendar-settings.ts';
import type { Settings } from './schema.ts';

/** Settings that apply to one process alone; those of the calendar can be overridden one by one. */
export type SettingOverrides = Omit<Partial<Settings>, 'calendar'> & { readonly calendar?: Partial<CalendarSettings> };

/** The settings with the overrides applied. */
export function overrideSettings(settings: Settings, overrides: SettingOverrides): Settings {
  return { ...settings, ...overrides, calendar: { ...settings.calendar, ...overrides.calendar } };
}
