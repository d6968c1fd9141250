import { parseIsoInstant } from '../../domain/instant.ts';
import { addUsage, emptyUsage, totalTokens, type TokenUsage } from '../../domain/token-usage.ts';
import type { HistoryUse } from '../../sources/lib/imported-uses/history-use.ts';
import { parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import { toId } from '../../sources/lib/names.ts';
import { toCounts } from '../../sources/lib/token-count.ts';
import { createSkips, toSumUse, type HistoryImport, type HistoryImporter } from '../history-import.ts';
import type { Calendar } from '../../domain/calendar-day.ts';

/** claude-monitor's warehouse (README.md). */
export const claudeMonitorImporter: HistoryImporter = {
  tool: 'claude-monitor',
  fills: 'gaps',
  parse(text, calendar): HistoryImport | null {
    const file = parseJsonRecord(text);
    const records = file.ok ? file.value['records'] : null;
    if (!file.ok || !Array.isArray(records) || typeof file.value['schema_version'] !== 'string') return null;
    const skips = createSkips();
    const sums = new Map<string, HistoryUse>();
    const requests: HistoryUse[] = [];
    for (const entry of records) {
      const use = parseRecord(entry);
      if (typeof use === 'string') skips.add(use);
      else if (use.key !== null) requests.push(use);
      else addToSum(sums, use, calendar);
    }
    return { uses: [...requests, ...sums.values()], skips: skips.counts };
  },
};

function parseRecord(entry: unknown): HistoryUse | string {
  const record = toRecord(entry) ?? {};
  const { message_id: message, request_id: request } = record;
  const atMs = parseIsoInstant(record['timestamp']);
  if (atMs === null) return 'no-timestamp';
  const model = toId(record['model']);
  if (model === null || model === 'unknown') return 'no-model';
  const usage = toUsage(record);
  if (usage === null) return 'bad-usage';
  if (totalTokens(usage) === 0) return 'empty-usage';
  const [messageId, requestId] = [toId(message), toId(request)];
  // Of OpenCode's messages it keeps the session in the place of the request.
  const agent = requestId?.startsWith('ses_') === true ? 'opencode' : 'claude-code';
  // The name that our reader of these logs gives it. Other ids may be anybody's.
  const isNamed = messageId !== null && requestId?.startsWith('req_') === true;
  const key = isNamed ? `claude-code:${messageId}:${requestId}` : null;
  return { id: key ?? '', key, agent, atMs, model, usage, costUsd: null };
}

function toUsage(record: Readonly<Record<string, unknown>>): TokenUsage | null {
  const counts = toCounts(record, ['input_tokens', 'output_tokens', 'cache_creation_tokens', 'cache_read_tokens']);
  return (
    counts && {
      ...emptyUsage,
      inputTokens: counts.input_tokens,
      outputTokens: counts.output_tokens,
      cacheCreation5mTokens: counts.cache_creation_tokens,
      cacheReadTokens: counts.cache_read_tokens,
    }
  );
}

/** Requests without ids are one sum for each model and day, like any other sum. */
function addToSum(sums: Map<string, HistoryUse>, use: HistoryUse, calendar: Calendar): void {
  const day = calendar.dayOf(use.atMs);
  const sum = toSumUse({ ...use, day }, calendar);
  const before = sums.get(sum.id);
  sums.set(sum.id, before === undefined ? sum : { ...sum, usage: addUsage(before.usage, use.usage) });
}
