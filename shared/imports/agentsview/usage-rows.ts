import { parseIsoInstant } from '../../domain/instant.ts';
import { addUsage, mergeUsage, totalTokens } from '../../domain/token-usage.ts';
import type { Calendar } from '../../domain/calendar-day.ts';
import type { HistoryUse } from '../../sources/lib/imported-uses/history-use.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../../sources/lib/names.ts';
import { createSkips, parseRowLines, toSumUse, type HistoryImport, type HistoryImporter } from '../history-import.ts';
import { toAgentsviewUsage } from './row-usage.ts';
import { readUsageRows } from './select-rows.ts';

/** Its names of agents that have another name here. */
const agents: ReadonlyMap<string, string> = new Map([
  ['claude', 'claude-code'],
  ['copilot', 'copilot-cli'],
  ['gemini', 'gemini-cli'],
  ['grok', 'grok-build'],
  ['kilo', 'kilo-cli'],
  ['kilo-legacy', 'kilo-code'],
  ['kimi', 'kimi-cli'],
  ['qwen', 'qwen-code'],
  ['roocode', 'roo-code'],
  ['antigravity-cli', 'antigravity'],
]);

/** agentsview's archive (README.md). */
export const agentsviewImporter: HistoryImporter = {
  tool: 'agentsview',
  fills: 'gaps',
  readRows: readUsageRows,
  parse(text, calendar): HistoryImport | null {
    const skips = createSkips();
    const rows = parseRowLines(text, 'agentsview', skips.add);
    if (rows === null) return null;
    /** One for each request, or message that several sessions share. */
    const uses = new Map<string, HistoryUse>();
    rows.forEach((row, index) => {
      const use = parseRow(row);
      if (typeof use === 'string') return skips.add(use);
      const name = use.key ?? toSharedName(row, use.agent) ?? String(index);
      const before = uses.get(name);
      uses.set(name, before === undefined ? use : { ...before, usage: mergeUsage(before.usage, use.usage) });
    });
    return { uses: [...joinSums(uses.values(), calendar)], skips: skips.counts };
  },
};

function parseRow(row: JsonRecord): HistoryUse | string {
  const atMs = parseIsoInstant(row['at']);
  if (atMs === null) return 'no-timestamp';
  const [name, model] = [toName(row['agent'], 100), toId(row['model'])];
  if (name === null || model === null) return 'no-model';
  const usage = toAgentsviewUsage(row);
  if (usage === null) return 'bad-usage';
  if (totalTokens(usage) === 0) return 'empty-usage';
  const [message, request] = [toId(row['message']), toId(row['request'])];
  // The name that our reader of these logs gives it. Other ids may be anybody's.
  const isNamed = name === 'claude' && message !== null && request?.startsWith('req_') === true;
  const key = isNamed ? `claude-code:${message}:${request}` : null;
  return { id: key ?? '', key, agent: agents.get(name) ?? name, atMs, model, usage, costUsd: null };
}

/** What identifies a message that several sessions share; null where nothing does. */
function toSharedName(row: JsonRecord, agent: string): string | null {
  const [message, request] = [toId(row['message']), toId(row['request'])];
  if (message !== null && request !== null) return `${agent}\n${message}\n${request}`;
  const uuid = toId(row['uuid']);
  return uuid === null ? null : `${agent}\n${uuid}`;
}

/** Requests as they are, and everything else as a sum for each model and day. */
function joinSums(uses: Iterable<HistoryUse>, calendar: Calendar): Iterable<HistoryUse> {
  const joined = new Map<string, HistoryUse>();
  for (const use of uses) {
    const own = use.key === null ? toSumUse({ ...use, day: calendar.dayOf(use.atMs) }, calendar) : use;
    const before = joined.get(own.id);
    joined.set(own.id, before === undefined ? own : { ...before, usage: addUsage(before.usage, own.usage) });
  }
  return joined.values();
}
