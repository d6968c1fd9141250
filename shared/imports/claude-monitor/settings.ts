import { parseJsonRecord } from '../../sources/lib/json-record.ts';
import { refreshCadences } from '../../settings/schema.ts';
import { createSettingsDraft, type SettingsImporter } from '../settings-import.ts';

/** What it writes. A file with none of them is something else. */
const known = ['theme', 'timezone', 'time_format', 'refresh_rate', 'reset_hour', 'view', 'custom_limit_tokens'];

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
        draft.take(name, 'plan', 'custom');
      } else draft.leave(name);
    }
    return draft.finish();
  },
};

/** The next slower of our steps; undefined, which is invalid, for anything but its own 1 to 60 seconds. */
function toCadence(seconds: unknown): unknown {
  if (typeof seconds !== 'number' || !(seconds >= 1)) return undefined;
  return refreshCadences.find((step) => step !== 'auto' && step >= seconds);
}
