import type { LogRecord } from '../../domain/log-record.ts';
import { cleanText } from '../../lib/clean-text.ts';
import { createAskedStream } from '../lib/asked-limits.ts';
import { parseJsonRecord, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toLimitText, parsePercent, toLimitRecords } from '../lib/limit-values.ts';
import type { LimitQuestion } from '../source.ts';
import { findReset } from './limit-message.ts';
import { claudeLimit, sessionMinutes, toWindow, weekMinutes } from './limit-windows.ts';

/** `Current session: 10% used · resets Aug 30, 4:10am (America/Sao_Paulo)`, `Current week (all models): 4% used · …`. */
const line =
  /^\s*Current (?<window>session|week)(?: \((?<models>[^()]{1,60})\))?: (?<percent>\d{1,3}(?:\.\d+)?)% used(?: [·-] (?<reset>resets .{1,80}))?\s*$/;
const maxLines = 20;

/**
 * Claude Code's own program, asked as its command `/usage` without a screen: it starts no turn and uses its own login.
 * Without hooks, tools of other servers or a saved session. Older versions may send the text to the model instead.
 */
export const claudeLimitQuestion: LimitQuestion = {
  program: 'claude',
  args: [
    ...['-p', '/usage', '--output-format', 'json'],
    ...['--no-session-persistence', '--strict-mcp-config', '--settings', '{"disableAllHooks":true}'],
  ],
  input: [],
  minVersion: [2, 1, 235],
  findAnswer(text) {
    const parsed = parseJsonRecord(text);
    if (!parsed.ok || parsed.value['type'] !== 'result') return null;
    const windows = pickWindows(parsed.value);
    return parsed.value['is_error'] === true || windows.length === 0
      ? { ok: false }
      : { ok: true, answer: { windows } };
  },
};

/** Answers that were kept. */
export const claudeAskedStream = createAskedStream(readAsked);

/** Keeps the lines about limits, in parts, and nothing else of the text. */
function pickWindows({ result }: JsonRecord): readonly JsonRecord[] {
  if (typeof result !== 'string') return [];
  return result
    .slice(0, 20_000)
    .split('\n')
    .flatMap((text) => {
      const { window, models, percent, reset } = line.exec(cleanText(text))?.groups ?? {};
      return window === undefined ? [] : [{ window, models: models ?? null, percent: Number(percent), reset }];
    })
    .slice(0, maxLines);
}

/** The windows of an answer. The account is not named: it is that of the other readings. */
export function readAsked({ windows }: JsonRecord, observedAtMs: number): readonly LogRecord[] {
  const base = { ...claudeLimit, origin: 'api', account: null, planType: null, observedAtMs } as const;
  return (Array.isArray(windows) ? windows.slice(0, maxLines) : []).flatMap((each: unknown) => {
    const window = toRecord(each);
    const models = toLimitText(window?.['models']);
    const isSession = window?.['window'] === 'session';
    if (window === null || (!isSession && window['window'] !== 'week')) return [];
    const model = models === null || /^all\b/i.test(models) ? null : models.replace(/ only$/i, '');
    const reset = typeof window['reset'] === 'string' ? findReset(window['reset'], observedAtMs) : null;
    return toLimitRecords(base, {
      ...toWindow(isSession ? sessionMinutes : weekMinutes, isSession ? null : model),
      usedPercent: parsePercent(window['percent']),
      reset: reset === null ? null : reset / 1_000,
    });
  });
}
