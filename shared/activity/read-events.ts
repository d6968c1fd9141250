import type { ActivityRow } from '../domain/activity.ts';
import { dayMs, hourMs, secondMs } from '../domain/instant.ts';
import { apiPatterns } from './api-patterns.ts';
import type { Site } from './site-table.ts';
import { mergeActivity, spreadActive, toQuarterRow } from './slots.ts';

/** Browsers that an extension may name; anything else counts as the last of them. */
const browsers = new Set(['chrome', 'chromium', 'edge', 'brave', 'arc', 'vivaldi', 'opera', 'firefox', 'safari']);
const tools = new Set(apiPatterns.map(({ tool }) => tool));
/** Larger values are mistakes: more seconds than a day has, or absurd numbers of visits or tokens. */
const maxSeconds = (24 * hourMs) / secondMs;
const maxVisits = 100_000;
const maxTokens = 100_000_000;
/** Older counts that could not be sent are dropped. */
const maxAgeMs = 30 * dayMs;

/**
 * Reads the events that an extension sends about sites: `{domain, duration_seconds, visit_count, browser}`, ours also with
 * `ended_at` (milliseconds). Only listed domains count; anything else in an event is ignored.
 */
export function readSiteEvents(
  events: readonly unknown[],
  sites: readonly Site[],
  nowMs: number,
): readonly ActivityRow[] {
  const domains = new Set(sites.map(({ domain }) => domain));
  const rows = events.filter(isRecord).flatMap((event) => {
    const { domain, browser } = event;
    if (typeof domain !== 'string' || !domains.has(domain)) return [];
    const via = typeof browser === 'string' && browsers.has(browser) ? browser : 'chrome';
    const subject = { kind: 'site', name: domain, via, origin: 'extension' } as const;
    const endMs = toEndMs(event['ended_at'], nowMs);
    const activeMs = toCount(event['duration_seconds'], maxSeconds) * secondMs;
    const count = Math.round(toCount(event['visit_count'], maxVisits));
    return [
      ...(activeMs > 0 ? spreadActive(subject, endMs - activeMs, endMs) : []),
      ...(count > 0 ? [toQuarterRow(subject, endMs, { count })] : []),
    ];
  });
  return mergeActivity(rows);
}

/**
 * Reads the events about requests to APIs: `{type: 'api_intercept', tool, model, input_tokens, output_tokens}`. Texts of
 * prompts and answers, which ai-cost-observer's extension may send, are ignored.
 */
export function readApiEvents(events: readonly unknown[], nowMs: number): readonly ActivityRow[] {
  const rows = events.filter(isRecord).flatMap((event) => {
    if (event['type'] !== 'api_intercept') return [];
    const { tool, model } = event;
    const name = typeof tool === 'string' && tools.has(tool) ? tool : 'other';
    const via = typeof model === 'string' && /^[\w.:/@-]{1,100}$/.test(model) && model !== 'unknown' ? model : '';
    return [
      toQuarterRow({ kind: 'api', name, via, origin: 'extension' }, toEndMs(event['ended_at'], nowMs), {
        count: Math.max(1, Math.round(toCount(event['requests'], maxVisits))),
        inputTokens: Math.round(toCount(event['input_tokens'], maxTokens)),
        outputTokens: Math.round(toCount(event['output_tokens'], maxTokens)),
      }),
    ];
  });
  return mergeActivity(rows);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toCount(value: unknown, max: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(0, value), max) : 0;
}

/** When it ended: as the sender says if that is plausible, else now. */
function toEndMs(value: unknown, nowMs: number): number {
  return typeof value === 'number' && value > nowMs - maxAgeMs && value <= nowMs ? value : nowMs;
}
