import { emptyUsage, type TokenUsage } from '../../domain/token-usage.ts';
import { parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import { toName } from '../../sources/lib/names.ts';
import { toCount, toCounts } from '../../sources/lib/token-count.ts';
import { createSkips, parseHistoryDay, toSumUse, type HistoryImport, type HistoryImporter } from '../history-import.ts';
import { splitDays } from './split-days.ts';

/** Claude Code's own statistics, which outlive its logs (README.md). */
export const statsCacheImporter: HistoryImporter = {
  tool: 'stats-cache',
  fills: 'before-first',
  parse(text, calendar): HistoryImport | null {
    const file = parseJsonRecord(text);
    if (!file.ok) return null;
    const { dailyModelTokens: days, modelUsage } = file.value;
    const totals = toRecord(modelUsage);
    if (!Array.isArray(days) || totals === null) return null;
    const skips = createSkips();
    const uses = [...collectDays(days, skips.add)].flatMap(([model, tokens]) => {
      const total = toUsage(totals[model]);
      const parts = total === null ? null : splitDays([...tokens.values()], total);
      if (parts === null) return (skips.add('sum-differs'), []);
      return [...tokens.keys()].map((day, index) =>
        toSumUse({ agent: 'claude-code', day, model, usage: parts[index]!, costUsd: null }, calendar),
      );
    });
    return { uses, skips: skips.counts };
  },
};

/** Tokens by model and day. */
function collectDays(days: readonly unknown[], skip: (reason: string) => void): Map<string, Map<string, number>> {
  const models = new Map<string, Map<string, number>>();
  for (const entry of days) {
    const day = parseHistoryDay(toRecord(entry)?.['date']);
    const byModel = toRecord(toRecord(entry)?.['tokensByModel']);
    if (day === null || byModel === null) {
      skip('no-timestamp');
      continue;
    }
    for (const [name, value] of Object.entries(byModel)) {
      const [model, tokens] = [toName(name, 256), toCount(value)];
      if (model === null || tokens === null) skip('bad-usage');
      else if (tokens > 0) models.set(model, (models.get(model) ?? new Map<string, number>()).set(day, tokens));
    }
  }
  return models;
}

function toUsage(value: unknown): TokenUsage | null {
  const record = toRecord(value);
  const counts =
    record && toCounts(record, ['inputTokens', 'outputTokens', 'cacheReadInputTokens', 'cacheCreationInputTokens']);
  return (
    counts && {
      ...emptyUsage,
      inputTokens: counts.inputTokens,
      outputTokens: counts.outputTokens,
      cacheReadTokens: counts.cacheReadInputTokens,
      cacheCreation5mTokens: counts.cacheCreationInputTokens,
    }
  );
}
