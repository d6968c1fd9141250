import { parseIsoInstant } from '../../domain/instant.ts';
import { addUsage, emptyUsage, totalTokens, type TokenUsage } from '../../domain/token-usage.ts';
import type { Calendar } from '../../domain/calendar-day.ts';
import type { HistoryUse } from '../../sources/lib/imported-uses/history-use.ts';
import { parseJsonRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../../sources/lib/names.ts';
import { toCounts } from '../../sources/lib/token-count.ts';
import { createSkips, toSumUse, type HistoryImport, type HistoryImporter } from '../history-import.ts';

/** Its names of agents that have another name here. */
const agents: ReadonlyMap<string, string> = new Map([
  ['claude', 'claude-code'],
  ['copilot', 'copilot-cli'],
  ['gemini', 'gemini-cli'],
  ['grok', 'grok-build'],
  ['kimi', 'kimi-cli'],
  ['qwen', 'qwen-code'],
]);

/** TokenTracker's queue of half-hour sums (README.md). */
export const tokenTrackerImporter: HistoryImporter = {
  tool: 'tokentracker',
  fills: 'gaps',
  parse(text, calendar): HistoryImport | null {
    const skips = createSkips();
    /** Each line is the whole sum of its half hour until then: the last one counts. */
    const buckets = new Map<string, HistoryUse>();
    let isQueue = false;
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      const record = parseJsonRecord(line);
      if (!record.ok) {
        skips.add('not-json');
        continue;
      }
      if (record.value['hour_start'] === undefined) continue;
      isQueue = true;
      const use = parseBucket(record.value, calendar);
      if (typeof use === 'string') skips.add(use);
      else buckets.set([use.agent, use.model, String(record.value['hour_start'])].join('\n'), use);
    }
    return isQueue ? { uses: [...sumDays(buckets.values())], skips: skips.counts } : null;
  },
};

function parseBucket(record: JsonRecord, calendar: Calendar): HistoryUse | string {
  const atMs = parseIsoInstant(record['hour_start']);
  if (atMs === null) return 'no-timestamp';
  const [name, model] = [toName(record['source'], 100)?.toLowerCase() ?? null, toName(record['model'], 256)];
  if (name === null || model === null) return 'no-model';
  const usage = toUsage(record);
  if (typeof usage === 'string') return usage;
  const agent = agents.get(name) ?? name;
  return toSumUse({ agent, day: calendar.dayOf(atMs), model, usage, costUsd: null }, calendar);
}

/** Input is without the cache, except in older rows of Codex: the total shows which. */
function toUsage(record: JsonRecord): TokenUsage | string {
  const counts = toCounts(record, [
    'input_tokens',
    'cached_input_tokens',
    'cache_creation_input_tokens',
    'output_tokens',
    'reasoning_output_tokens',
    'total_tokens',
  ]);
  if (counts === null) return 'bad-usage';
  const toParts = (inputTokens: number): TokenUsage => ({
    ...emptyUsage,
    inputTokens,
    cacheReadTokens: counts.cached_input_tokens,
    cacheCreation5mTokens: counts.cache_creation_input_tokens,
    outputTokens: counts.output_tokens,
    reasoningTokens: Math.min(counts.reasoning_output_tokens, counts.output_tokens),
  });
  const total = counts.total_tokens;
  const apart = toParts(counts.input_tokens);
  if (total === 0 || total === totalTokens(apart))
    return total === 0 && totalTokens(apart) === 0 ? 'empty-usage' : apart;
  const cached = counts.cached_input_tokens;
  const included = counts.input_tokens >= cached ? toParts(counts.input_tokens - cached) : null;
  return included !== null && total === totalTokens(included) ? included : 'sum-differs';
}

function sumDays(uses: Iterable<HistoryUse>): Iterable<HistoryUse> {
  const days = new Map<string, HistoryUse>();
  for (const use of uses) {
    const before = days.get(use.id);
    days.set(use.id, before === undefined ? use : { ...before, usage: addUsage(before.usage, use.usage) });
  }
  return days.values();
}
