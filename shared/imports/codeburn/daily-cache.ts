import { emptyUsage, totalTokens, type TokenUsage } from '../../domain/token-usage.ts';
import type { Calendar, DayKey } from '../../domain/calendar-day.ts';
import type { HistoryUse } from '../../sources/lib/imported-uses/history-use.ts';
import { parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import { toName } from '../../sources/lib/names.ts';
import { toCounts } from '../../sources/lib/token-count.ts';
import { createSkips, parseHistoryDay, toSumUse, type HistoryImport, type HistoryImporter } from '../history-import.ts';

/** Its names of agents that have another name here. */
const agents: ReadonlyMap<string, string> = new Map([
  ['claude', 'claude-code'],
  ['copilot', 'copilot-cli'],
  ['gemini', 'gemini-cli'],
  ['grok', 'grok-build'],
  ['kimi', 'kimi-cli'],
  ['qwen', 'qwen-code'],
  ['cursor-agent', 'cursor'],
]);

/** codeburn's daily cache (README.md). */
export const codeburnImporter: HistoryImporter = {
  tool: 'codeburn',
  fills: 'gaps',
  parse(text, calendar): HistoryImport | null {
    const file = parseJsonRecord(text);
    const days = file.ok ? file.value['days'] : null;
    if (!file.ok || !Array.isArray(days) || typeof file.value['version'] !== 'number') return null;
    const skips = createSkips();
    const uses = days.flatMap((entry) => {
      const day = parseHistoryDay(toRecord(entry)?.['date']);
      if (day === null) return (skips.add('no-timestamp'), []);
      const slices = Object.entries(toRecord(toRecord(entry)?.['providers']) ?? {});
      return slices.flatMap(([name, slice]) => parseSlice({ day, name, slice, calendar }, skips.add));
    });
    return { uses, skips: skips.counts };
  },
};

interface Slice {
  readonly day: DayKey;
  readonly name: string;
  readonly slice: unknown;
  readonly calendar: Calendar;
}

/** An agent's day, by model. Older files have no models there, and so nothing that could be counted. */
function parseSlice({ day, name, slice, calendar }: Slice, skip: (reason: string) => void): readonly HistoryUse[] {
  const models = Object.entries(toRecord(toRecord(slice)?.['models']) ?? {});
  const agent = agents.get(name) ?? toName(name, 100);
  if (models.length === 0 || agent === null) return (skip('no-model'), []);
  return models.flatMap(([modelName, value]) => {
    const [model, usage] = [toName(modelName, 256), toUsage(value)];
    if (model === null) return (skip('no-model'), []);
    if (usage === null) return (skip('bad-usage'), []);
    if (totalTokens(usage) === 0) return (skip('empty-usage'), []);
    // Its cost is its own calculation, not a charge.
    return [toSumUse({ agent, day, model, usage, costUsd: null }, calendar)];
  });
}

function toUsage(value: unknown): TokenUsage | null {
  const record = toRecord(value);
  const counts = record && toCounts(record, ['inputTokens', 'outputTokens', 'cacheReadTokens', 'cacheWriteTokens']);
  return (
    counts && {
      ...emptyUsage,
      inputTokens: counts.inputTokens,
      outputTokens: counts.outputTokens,
      cacheReadTokens: counts.cacheReadTokens,
      cacheCreation5mTokens: counts.cacheWriteTokens,
    }
  );
}
