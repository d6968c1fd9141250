import type { CalendarSettings } from './calendar-settings.ts';
import type { Settings } from './schema.ts';

/** Settings that hold for one process alone; of those of the calendar, each on its own. */
export type SettingOverrides = Omit<Partial<Settings>, 'calendar'> & { readonly calendar?: Partial<CalendarSettings> };

/** The settings with those that stand above them. */
export function overrideSettings(settings: Settings, overrides: SettingOverrides): Settings {
  return { ...settings, ...overrides, calendar: { ...settings.calendar, ...overrides.calendar } };
}
