import { parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import { joinPath, lastSegment } from '../lib/paths.ts';
import type { RetentionSetting } from '../source.ts';

/** A century: as good as forever. */
const maxDays = 36_500;
const daysIn: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, m: 30 };

/**
 * `general.sessionRetention` in the `settings.json` beside the `tmp` folder: `enabled`, and `maxAge` as `30d`, `24h`,
 * `1w`, `1m` (gemini-cli: docs/reference/configuration.md, packages/cli/src/utils/sessionCleanup.ts).
 */
export const geminiCliRetention: RetentionSetting = {
  fileOf(rootPath, platform) {
    if (lastSegment(rootPath) !== 'tmp') return null;
    const folder = rootPath.replace(/[\\/]+tmp[\\/]*$/, '');
    return folder === '' ? null : joinPath(platform, folder, 'settings.json');
  },
  readDays(text) {
    const parsed = parseJsonRecord(text);
    const general = parsed.ok ? toRecord(parsed.value['general']) : null;
    const retention = toRecord(general?.['sessionRetention']);
    if (retention === null) return null;
    if (retention['enabled'] === false) return maxDays;
    const match = /^(\d{1,6})([hdwm])$/.exec(String(retention['maxAge'] ?? ''));
    const days = Number(match?.[1]) * (daysIn[match?.[2] ?? ''] ?? Number.NaN);
    return Number.isNaN(days) ? null : Math.min(days, maxDays);
  },
};
