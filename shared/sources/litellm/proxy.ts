import { addDays } from '../../domain/calendar-day.ts';
import { parseJson } from '../../lib/parse-json.ts';
import { parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import { toTelemetryName } from '../lib/telemetry-names.ts';
import { toCount } from '../lib/token-count.ts';
import type { ProxyBudget, ProxyQuestion, ProxyReading, ProxySpan, ProxyTotals, UsageProxy } from '../usage-proxy.ts';
import { readKeyBudget, readProviderBudgets, readWebhookBudget } from './budgets.ts';
import { nothing, readLoggedPayload, readRows, readSpendRow } from './responses.ts';
import { readUsd } from './usage.ts';

/** Requests of Anthropic, the only provider whose ids an agent's log has, too. */
const anthropicRequest = /^req_[\w-]{16,}$/;
/** More days than this are not asked at once. */
const maxDays = 400;

/** LiteLLM's proxy. https://docs.litellm.ai/docs/proxy/cost_tracking */
export const litellmProxy: UsageProxy = {
  nameOf: (requestId) => (anthropicRequest.test(requestId) ? toTelemetryName('claude-code', requestId) : null),
  questions: (span) => [
    ...listDays(span).map(toSpendQuestion),
    toActivityQuestion(span),
    { name: '/key/info', path: '/key/info', read: readBudgets(readKeyBudget) },
    { name: '/provider/budgets', path: '/provider/budgets', read: readBudgets(readProviderBudgets) },
  ],
  readCallback(text) {
    const rows = parseRows(text);
    return rows === null ? null : readRows(rows, readLoggedPayload);
  },
  readWebhook(text) {
    const message = parseJsonRecord(text);
    return message.ok ? readBudgets(readWebhookBudget)(message.value) : null;
  },
};

function listDays({ since, until }: ProxySpan): readonly string[] {
  const days: string[] = [];
  for (let day = since; day <= until && days.length < maxDays; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A day at a time, so that no answer grows without end. */
function toSpendQuestion(day: string): ProxyQuestion {
  return {
    name: '/spend/logs',
    path: `/spend/logs?summarize=false&start_date=${day}&end_date=${addDays(day, 1)}`,
    read: (answer) => (Array.isArray(answer) ? readRows(answer, readSpendRow) : null),
  };
}

function toActivityQuestion({ since, until }: ProxySpan): ProxyQuestion {
  return {
    name: '/user/daily/activity',
    path: `/user/daily/activity?start_date=${since}&end_date=${until}&page_size=1000`,
    read(answer) {
      const results = toRecord(answer)?.['results'];
      return Array.isArray(results) ? { ...nothing, totals: sumDays(results) } : null;
    },
  };
}

function sumDays(results: readonly unknown[]): ProxyTotals {
  return results.reduce<ProxyTotals>(
    (sum, result) => {
      const metrics = toRecord(toRecord(result)?.['metrics']);
      return {
        requests: sum.requests + (toCount(metrics?.['api_requests']) ?? 0),
        tokens: sum.tokens + (toCount(metrics?.['total_tokens']) ?? 0),
        costUsd: sum.costUsd + (readUsd(metrics?.['spend']) ?? 0),
      };
    },
    { requests: 0, tokens: 0, costUsd: 0 },
  );
}

function readBudgets(
  read: (record: Readonly<Record<string, unknown>>) => readonly ProxyBudget[] | null,
): (answer: unknown) => ProxyReading | null {
  return (answer) => {
    const record = toRecord(answer);
    const budgets = record === null ? null : read(record);
    return budgets === null ? null : { ...nothing, budgets };
  };
}

/** One object, an array, or a line for each; null when no line is JSON. */
function parseRows(text: string): readonly unknown[] | null {
  const whole = parseJson(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : toRecord(whole) === null ? null : [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.map(parseJson);
  return rows.some((row) => row !== undefined) ? rows.map((row) => row ?? null) : null;
}
