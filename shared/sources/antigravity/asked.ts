import type { LogRecord } from '../../domain/log-record.ts';
import { createAskedStream } from '../lib/asked-limits.ts';
import { parseJsonRecord, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toLimitText, parseShare, toLimitRecords } from '../lib/limit-values.ts';
import type { LimitQuestion } from '../source.ts';

/** Lengths of windows in minutes by the names that the program gives them. */
const lengths: Readonly<Record<string, number>> = {
  '5h': 300,
  five_hour: 300,
  '7d': 10_080,
  weekly: 10_080,
  '30d': 43_200,
  monthly: 43_200,
};
const maxWindows = 20;

/**
 * Antigravity's own program, asked as its command `/usage` without a screen: since 1.1.11 it starts no turn; before, the
 * text went to the model as a prompt.
 */
export const antigravityLimitQuestion: LimitQuestion = {
  program: 'agy',
  args: ['-p', '/usage', '--output-format', 'json'],
  input: [],
  minVersion: [1, 1, 11],
  findAnswer(text) {
    const parsed = parseJsonRecord(text);
    if (!parsed.ok) return null;
    const windows = pickWindows(parsed.value);
    return windows.length === 0 ? { ok: false } : { ok: true, answer: { windows } };
  },
};

/** Answers that were kept. */
export const antigravityAskedStream = createAskedStream(readAsked);

/** Keeps what is about limits. A disabled one is decided by another window of its group. */
function pickWindows({ command }: JsonRecord): readonly JsonRecord[] {
  const groups = toRecord(toRecord(command)?.['data'])?.['groups'];
  return (Array.isArray(groups) ? groups.slice(0, maxWindows) : []).flatMap((each: unknown) => {
    const group = toRecord(each);
    const buckets = Array.isArray(group?.['buckets']) ? group['buckets'].slice(0, maxWindows) : [];
    return buckets.flatMap((bucket: unknown) => {
      const { window, remaining_fraction: remaining, reset_time: reset, disabled } = toRecord(bucket) ?? {};
      if (disabled === true || typeof remaining !== 'number') return [];
      return [{ group: toLimitText(group?.['name']), window, remaining, reset }];
    });
  });
}

/** The windows of an answer: each group of models has its own. */
export function readAsked({ windows }: JsonRecord, observedAtMs: number): readonly LogRecord[] {
  return (Array.isArray(windows) ? windows.slice(0, maxWindows) : []).flatMap((each: unknown) => {
    const window = toRecord(each);
    const group = toLimitText(window?.['group']);
    const length = window === null ? undefined : lengths[String(window['window'])];
    if (window === null || group === null || length === undefined) return [];
    const left = parseShare(window['remaining']);
    const name = group.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const base = {
      provider: 'google',
      name,
      source: 'antigravity',
      origin: 'api',
      account: null,
      planType: null,
    } as const;
    const usedPercent = left === null ? null : Math.round((100 - left) * 1e4) / 1e4;
    return toLimitRecords(
      { ...base, observedAtMs },
      { windowMinutes: length, label: group, usedPercent, reset: window['reset'] },
    );
  });
}
