import type { UnloggedCall } from '../../domain/log-record.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import type { PiDialect } from '../lib/pi-sessions/entry.ts';

/** Tools that run subagents, which write sessions of their own: a tool's result only repeats their sums. */
const subagentTool = /subagent/i;

/** How Pi itself writes sessions. */
export const piDialect: PiDialect = { source: 'pi', toUnloggedCall, isImported: () => false };

/** Until 2026-07, summaries were written without their usage. What a tool's result sums up may name no model. */
function toUnloggedCall(entry: JsonRecord): UnloggedCall | null {
  const isOwnSummary = entry['fromHook'] !== true;
  if (entry['type'] === 'compaction') return isOwnSummary ? 'compaction' : null;
  if (entry['type'] === 'branch_summary') return isOwnSummary ? 'branch-summary' : null;
  const message = entry['type'] === 'message' ? toRecord(entry['message']) : null;
  if (message?.['role'] !== 'toolResult' || toRecord(message['usage']) === null) return null;
  return subagentTool.test(toName(message['toolName']) ?? '') ? null : 'tool';
}
