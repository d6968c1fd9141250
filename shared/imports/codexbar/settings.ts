import { parseJsonRecord } from '../../lib/json-record.ts';
import { createSettingsDraft, type SettingsImporter } from '../settings-import.ts';

/** What it writes. A file with none of them is something else. */
const known = ['quotaWarningThresholds', 'weeklyProgressWorkDays', 'refreshFrequency', 'menuBarDisplayMode'];

/** What a person chose there and may miss here. */
const missed = ['refreshFrequency', 'preferredCurrencyCode', 'appLanguage', 'menuBarDisplayMode', 'hidePersonalInfo'];

/** CodexBar's settings (README.md), from its property list as JSON. */
export const codexbarSettings: SettingsImporter = {
  tool: 'codexbar',
  parse(text, current) {
    const file = parseJsonRecord(text);
    if (!file.ok || !known.some((name) => name in file.value)) return null;
    const draft = createSettingsDraft(current);
    for (const [name, value] of Object.entries(file.value)) {
      if (name === 'quotaWarningThresholds') draft.take(name, 'thresholdsPercent', toUsed(value));
      else if (name === 'weeklyProgressWorkDays') draft.take(name, 'workDays', value);
      else if (name === 'launchAtLogin') draft.take(name, 'launchAtLogin', value);
      else if (name === 'tokenCostUsageBucketTimeZone') {
        if (value !== '') draft.take(name, 'timeZone', value);
      } else if (missed.includes(name)) draft.leave(name);
    }
    return draft.finish();
  },
};

/** What is used when this much is left; undefined, which is invalid, for anything but a list of numbers. */
function toUsed(left: unknown): unknown {
  if (!Array.isArray(left) || left.length === 0) return undefined;
  return left.map((percent: unknown) => (typeof percent === 'number' ? 100 - percent : null));
}
