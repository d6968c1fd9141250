import type { AgentStatus, StatusCache, StatusContext, StatusLimit } from '../../../domain/agent-status.ts';
import { dayMs, hourMs, minuteMs } from '../../../domain/instant.ts';
import { toRecord, type JsonRecord } from '../../../lib/json-record.ts';
import { toName } from '../../lib/names.ts';
import type { HostEnvironment } from '../../source.ts';
import { findCompactionTokens } from './compaction.ts';
import { toAmount, toInstantMs, toNumber, toPercent, toResetMs } from './values.ts';

/** Lengths of the windows by their names in `rate_limits`. */
const windowMinutes: Readonly<Record<string, number | null>> = {
  five_hour: 300,
  seven_day: 10_080,
  spend_limit: null,
};
const maxWord = 200;

/** Reads the JSON of a status line (2.0 to 2.1.284; see ../README.md). Never throws; what is missing or odd is null. */
export function parseStatus(payload: JsonRecord, variables: HostEnvironment['variables']): AgentStatus {
  const part = (name: string): JsonRecord => toRecord(payload[name]) ?? {};
  const [model, workspace, cost, worktree] = [part('model'), part('workspace'), part('cost'), part('worktree')];
  const context = toRecord(payload['context_window']);
  return {
    sessionId: toName(payload['session_id'], maxWord),
    title: toName(payload['session_name'], maxWord),
    folder: toName(workspace['current_dir']) ?? toName(payload['cwd']),
    projectFolder: toName(workspace['project_dir']),
    // Before 1.0.71 the model was a bare string.
    model: toName(model['display_name'], maxWord) ?? toName(model['id'], maxWord) ?? toName(payload['model'], maxWord),
    effort: toName(part('effort')['level'], maxWord),
    isThinking: toFlag(part('thinking')['enabled']),
    isFast: toFlag(payload['fast_mode']),
    context: context === null ? null : toContext(context, variables),
    limits: toLimits(part('rate_limits')),
    cache: toCache(toRecord(payload['prompt_cache'])),
    costUsd: toAmount(cost['total_cost_usd']),
    durationMs: toAmount(cost['total_duration_ms']),
    apiDurationMs: toAmount(cost['total_api_duration_ms']),
    linesAdded: toAmount(cost['total_lines_added']),
    linesRemoved: toAmount(cost['total_lines_removed']),
    lastOutputTokens: toAmount((toRecord(context?.['current_usage']) ?? {})['output_tokens']),
    worktree: toName(worktree['name'], maxWord) ?? toName(workspace['git_worktree'], maxWord),
    pullRequest: toPullRequest(part('pr')),
    agentName: toName(part('agent')['name'], maxWord),
  };
}

function toFlag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

function toContext(context: JsonRecord, variables: HostEnvironment['variables']): StatusContext {
  const sizeTokens = toAmount(context['context_window_size']);
  const usage = toRecord(context['current_usage']);
  const usedTokens = usage === null ? null : sumUsage(usage);
  const fromTokens = usedTokens === null || !sizeTokens ? null : Math.min(100, (usedTokens / sizeTokens) * 100);
  return {
    usedTokens,
    sizeTokens,
    usedPercent: toPercent(context['used_percentage']) ?? fromTokens,
    compactsAtTokens: sizeTokens === null ? null : findCompactionTokens(sizeTokens, variables),
  };
}

/** What is in the context: everything that the last request sent. Its output joins with the next one. */
function sumUsage(usage: JsonRecord): number {
  const classes = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'];
  return classes.reduce((sum, name) => sum + (toAmount(usage[name]) ?? 0), 0);
}

function toLimits(limits: JsonRecord): readonly StatusLimit[] {
  return Object.entries(windowMinutes).flatMap(([name, minutes]) => {
    const window = toRecord(limits[name]) ?? {};
    const used = toNumber(window['used_percentage']);
    // Some versions wrote an instant in place of the percentage; only gateways may go over a limit.
    if (used === null || used < 0 || used > (minutes === null ? 1_000 : 100)) return [];
    return [{ name, windowMinutes: minutes, usedPercent: used, resetsAtMs: toResetMs(window['resets_at']) }];
  });
}

function toCache(cache: JsonRecord | null): StatusCache | null {
  if (cache === null || typeof cache['warm'] !== 'boolean') return null;
  const hit = toNumber(cache['hit_ratio']);
  return {
    isWarm: cache['warm'],
    expiresAtMs: toInstantMs(cache['expires_at']),
    ttlMs: toTtlMs(cache['ttl']),
    hitPercent: hit === null || hit < 0 || hit > 1 ? null : hit * 100,
  };
}

/** `5m`, `1h`, or seconds. */
function toTtlMs(ttl: unknown): number | null {
  const seconds = toAmount(ttl);
  if (seconds !== null) return seconds * 1_000;
  const [, count, unit] = typeof ttl === 'string' ? (/^(\d{1,4})(s|m|h|d)$/.exec(ttl) ?? []) : [];
  if (count === undefined || unit === undefined) return null;
  return Number(count) * ({ s: 1_000, m: minuteMs, h: hourMs, d: dayMs }[unit] ?? 0);
}

function toPullRequest(request: JsonRecord): AgentStatus['pullRequest'] {
  const number = toAmount(request['number']);
  return number === null ? null : { number, kind: toName(request['kind'], maxWord) };
}
