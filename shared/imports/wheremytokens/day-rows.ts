import type { Calendar } from '../../domain/calendar-day.ts';
import { hourMs } from '../../domain/instant.ts';
import { emptyUsage, totalTokens } from '../../domain/token-usage.ts';
import type { HistoryUse } from '../../sources/lib/imported-uses/history-use.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../../sources/lib/names.ts';
import { toCounts } from '../../sources/lib/token-count.ts';
import { createSkips, parseRowLines, toSumUse, type HistoryImport, type HistoryImporter } from '../history-import.ts';
import { dayCounts, readDayRows } from './select-days.ts';

/** Its names of agents that have another name here. */
const agents: ReadonlyMap<string, string> = new Map([['claude', 'claude-code']]);

/** WhereMyTokens' index (README.md). */
export const whereMyTokensImporter: HistoryImporter = {
  tool: 'wheremytokens',
  fills: 'before-first',
  readRows: readDayRows,
  parse(text, calendar): HistoryImport | null {
    const skips = createSkips();
    const rows = parseRowLines(text, 'wheremytokens', skips.add);
    if (rows === null) return null;
    const uses = rows.flatMap((row) => {
      const use = toUse(row, calendar);
      return typeof use === 'string' ? (skips.add(use), []) : [use];
    });
    return { uses, skips: skips.counts };
  },
};

function toUse(row: JsonRecord, calendar: Calendar): HistoryUse | string {
  const startMs = row['day_starts_ms'];
  if (typeof startMs !== 'number' || !(startMs >= Date.UTC(2020) && startMs < Date.UTC(2100))) return 'no-timestamp';
  const [provider, model] = [toName(row['provider'], 100), toName(row['model'], 256)];
  if (provider === null || model === null) return 'no-model';
  const tokens = toCounts(row, dayCounts);
  if (tokens === null) return 'bad-usage';
  const usage = {
    ...emptyUsage,
    inputTokens: tokens.input_tokens,
    outputTokens: tokens.output_tokens,
    cacheCreation5mTokens: tokens.cache_creation_tokens,
    cacheReadTokens: tokens.cache_read_tokens,
  };
  if (totalTokens(usage) === 0) return 'empty-usage';
  // Noon there is the same day here, even if the clock has been put elsewhere by some hours since.
  const day = calendar.dayOf(startMs + 12 * hourMs);
  const name = /^GPT-5/.test(model) ? model.toLowerCase() : model;
  return toSumUse({ agent: agents.get(provider) ?? provider, day, model: name, usage, costUsd: null }, calendar);
}
