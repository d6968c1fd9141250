import { parseJsonRecord } from '../../lib/json-record.ts';
import { joinPath, lastSegment } from '../lib/paths.ts';
import type { RetentionSetting } from '../source.ts';

/** A century: a larger number means forever. */
const maxDays = 36_500;

/** `cleanupPeriodDays` in the `settings.json` beside a `projects` folder (code.claude.com/docs/en/settings). */
export const claudeCodeRetention: RetentionSetting = {
  fileOf(rootPath, platform) {
    if (lastSegment(rootPath) !== 'projects') return null;
    const folder = rootPath.replace(/[\\/]+projects[\\/]*$/, '');
    return folder === '' ? null : joinPath(platform, folder, 'settings.json');
  },
  readDays(text) {
    const parsed = parseJsonRecord(text);
    const days = parsed.ok ? parsed.value['cleanupPeriodDays'] : null;
    return typeof days === 'number' && Number.isFinite(days) && days >= 0 ? Math.min(days, maxDays) : null;
  },
};
