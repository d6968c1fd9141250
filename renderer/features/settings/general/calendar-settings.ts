import { weekdays, type Weekday } from '../../../../shared/domain/calendar-day.ts';
import { clockChoices } from '../../../../shared/domain/clock-choice.ts';
import { messages } from '../../../messages.ts';
import { toOptions, type Option } from '../../../ui/options.ts';

const { format, settings } = messages;

/** The hours at which a day can begin, as the clock shows them. */
export const dayStartOptions: readonly Option<string>[] = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: format.clockTime(Date.UTC(2024, 0, 1, hour), 'UTC'),
}));

/** The days with which a week can begin, Monday first. */
export const weekStartOptions: readonly (Option<string> & { readonly weekday: Weekday })[] = [
  ...weekdays.slice(1),
  weekdays[0],
].map((weekday) => ({
  value: String(weekday),
  // The first of January 2024 was a Monday.
  label: new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 7 + weekday),
  ),
  weekday,
}));

export const clockOptions = toOptions(clockChoices, settings.general.clocks);
