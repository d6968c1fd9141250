import type { LogRecord } from '../../domain/log-record.ts';
import type { HookLimits } from '../hook-agent.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toLimitText, parseEpochMs, toLimitRecords } from '../lib/limit-values.ts';
import { skip } from '../lib/skip.ts';
import type { LineStream } from '../streams.ts';
import { readLimitMessage } from './limit-message.ts';
import { claudeLimit, sessionMinutes, toWindow, weekMinutes } from './limit-windows.ts';

/** Below our data folder. */
export const hookLimitsFolder = 'hook-limits';
/** Below it; no transcript is called so. */
const fileName = 'claude-code-limits.jsonl';
/** Version 1 of a line. */
const schema = 'fuelgauge.hook-limit.v1';

/** Whether a file below a root holds what hooks said; the older half is set aside under a name of its own. */
export function isHookLimits(relativePath: string): boolean {
  return relativePath === fileName || relativePath === 'claude-code-limits.1.jsonl';
}

/**
 * What the hook `StopFailure` says of a limit: that one is used up until a moment, as its message has it
 * (code.claude.com/docs/en/hooks). An error of the kind `rate_limit` alone may also be a server asking to slow down, so
 * a message that names no limit with a reset says nothing. No text of it is kept.
 */
export const claudeCodeHookLimits: HookLimits = {
  path: [hookLimitsFolder, fileName],
  read(payload, atMs) {
    if (payload['hook_event_name'] !== 'StopFailure' || payload['error'] !== 'rate_limit') return null;
    for (const text of [payload['last_assistant_message'], payload['error_details']]) {
      const [record] = readLimitMessage({ message: { content: text } }, atMs, null);
      if (record?.kind !== 'limit' || record.reading.resetsAtMs === null) continue;
      const { windowMinutes, label, resetsAtMs } = record.reading;
      return { schema, atMs, windowMinutes, model: label, resetsAtMs };
    }
    return null;
  },
};

/** What hooks said of limits, as noted below our data folder. */
export const hookLimitsStream: LineStream = {
  kind: 'lines',
  matches: isHookLimits,
  needles: [`"${schema}"`],
  fields: { schema: true, atMs: true, windowMinutes: true, model: true, resetsAtMs: true },
  createReader: () => ({
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      if (!parsed.ok) return [skip(parsed.error)];
      return parsed.value['schema'] === schema ? readLine(parsed.value) : [];
    },
    state: () => null,
  }),
};

function readLine(noted: JsonRecord): readonly LogRecord[] {
  const observedAtMs = parseEpochMs(noted['atMs']);
  if (observedAtMs === null) return [skip('no-timestamp')];
  const resetsAtMs = parseEpochMs(noted['resetsAtMs']);
  const minutes = ([sessionMinutes, weekMinutes] as const).find((each) => each === noted['windowMinutes']);
  if (resetsAtMs === null || minutes === undefined) return [skip('limit-without-reset')];
  // The agent does not say whose limits they are.
  const base = { ...claudeLimit, origin: 'log', account: null, planType: null, observedAtMs } as const;
  const window = toWindow(minutes, toLimitText(noted['model']));
  return toLimitRecords(base, { ...window, usedPercent: 100, reset: resetsAtMs / 1_000 });
}
