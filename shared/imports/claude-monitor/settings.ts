import { isGiven, parseJsonRecord, type JsonRecord } from '../../lib/json-record.ts';
import { refreshCadences, type Settings } from '../../settings/schema.ts';
import { createSettingsDraft, type SettingsDraft, type SettingsImporter } from '../settings-import.ts';

/** What it writes. A file with none of them is something else. */
const known = ['theme', 'timezone', 'time_format', 'refresh_rate', 'reset_hour', 'view', 'custom_limit_tokens'];

/** Its names of plans; `custom` is what its limit says. */
const plans: Readonly<Record<string, string>> = { pro: 'pro', max5: 'max-5x', max20: 'max-20x' };
const clocks: Readonly<Record<string, string>> = { '12h': '12', '24h': '24', auto: 'system' };
const calendarNames = ['time_format', 'reset_hour'];

/** The options that claude-monitor was last started with (README.md). */
export const claudeMonitorSettings: SettingsImporter = {
  tool: 'claude-monitor',
  parse(text, current) {
    const file = parseJsonRecord(text);
    if (!file.ok || !known.some((name) => name in file.value)) return null;
    const draft = createSettingsDraft(current);
    for (const [name, value] of Object.entries(file.value)) {
      if (name === 'timestamp') continue;
      if (name === 'timezone') draft.take(name, 'timeZone', value === 'auto' || value === 'local' ? 'system' : value);
      else if (name === 'theme' && value !== 'classic') draft.take(name, 'theme', value === 'auto' ? 'system' : value);
      else if (name === 'refresh_rate') draft.take(name, 'refreshCadence', toCadence(value));
      else if (name === 'custom_limit_tokens') {
        // Its limits are of input and output, as those of its plans.
        draft.take(name, 'customBlockLimit', { unit: 'tokens-in-out', value });
        if (!Object.hasOwn(plans, String(file.value['plan']))) draft.take(name, 'plan', 'custom');
      } else if (name === 'plan' && Object.hasOwn(plans, String(value))) draft.take(name, 'plan', plans[String(value)]);
      else if (!calendarNames.includes(name)) draft.leave(name);
    }
    takeCalendar(draft, file.value, current);
    return draft.finish();
  },
};

/** When days begin, and how clocks are written; nothing where it has no value of its own. */
function takeCalendar(draft: SettingsDraft, file: JsonRecord, current: Settings): void {
  for (const name of calendarNames.filter((each) => isGiven(file[each]))) {
    const value = file[name];
    const isHour = name === 'reset_hour';
    const taken = isHour ? { dayStartHour: value } : { clock: clocks[String(value)] ?? null };
    const before = draft.taken('calendar') ?? current.calendar;
    draft.take(name, 'calendar', { ...before, ...taken });
  }
}

/** The next slower of our steps; undefined, which is invalid, for anything but its own 1 to 60 seconds. */
function toCadence(seconds: unknown): unknown {
  if (typeof seconds !== 'number' || !(seconds >= 1)) return undefined;
  return refreshCadences.find((step) => step !== 'auto' && step >= seconds);
}
