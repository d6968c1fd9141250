import { toHistoryName } from '../../domain/limit-id.ts';
import type { LogRecord } from '../../domain/log-record.ts';
import { isGiven, toRecord } from '../../lib/json-record.ts';
import { parseEpochMs, parsePercent, toAccountHash, toLimitRecords, type ReadingBase } from '../lib/limit-values.ts';
import { skip } from '../lib/skip.ts';
import type { DocumentStream } from '../streams.ts';
import { claudeLimit, sessionMinutes, weekMinutes } from './limit-windows.ts';

/** The file's name, below the desktop app's folder. */
export const desktopHistoryName = 'plan-usage-history.json';

/** Thirty days at one sample in five minutes are 8,640. */
const maxSamples = 50_000;

/** The desktop app's samples of the plan's usage, some every five to fifteen minutes for thirty days: see README.md. */
export const desktopHistoryStream: DocumentStream = {
  kind: 'document',
  matches: (path) => path === desktopHistoryName,
  fields: { samples: [{ t: true, org: true, u: { fh: true, sd: true } }] },
  read: ({ value }) => readDesktopHistory(value),
};

/**
 * The readings of all samples. The file has no reset times, so they form windows of their own name, which are joined
 * with the windows of the same account when they are shown. A sample without numbers is a failed request, not zero.
 * Never throws.
 */
export function readDesktopHistory(value: unknown): readonly LogRecord[] {
  const samples = toRecord(value)?.['samples'];
  return Array.isArray(samples) ? samples.slice(-maxSamples).flatMap(readSample) : [];
}

function readSample(value: unknown): readonly LogRecord[] {
  const sample = toRecord(value);
  const used = toRecord(sample?.['u']);
  if (sample === null || used === null) return [];
  const windows = [
    [used['fh'], sessionMinutes],
    [used['sd'], weekMinutes],
  ] as const;
  const observedAtMs = parseEpochMs(sample['t']);
  const account = toAccountHash(sample['org']);
  return windows.flatMap(([share, windowMinutes]): readonly LogRecord[] => {
    if (!isGiven(share)) return [];
    if (observedAtMs === null) return [skip('bad-limit')];
    const base: ReadingBase = {
      ...claudeLimit,
      name: toHistoryName(claudeLimit.name),
      origin: 'file',
      account,
      planType: null,
      observedAtMs,
    };
    return toLimitRecords(base, { windowMinutes, usedPercent: parsePercent(share), reset: null });
  });
}
