import { floorTo, minuteMs } from '../domain/instant.ts';
import type { SessionPulse } from '../domain/session.ts';
import { promptTokens, totalTokens } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { groupBy } from '../lib/group-by.ts';
import { countSubagents } from './subagents.ts';

/** How far back a pulse goes. */
const pulseMs = 15 * minuteMs;

/** The pulse of a session, from its one-minute cells in any order. */
export function toSessionPulse(cells: readonly UsageCell[]): SessionPulse {
  const newestMs = cells.reduce((newest, { startMs }) => Math.max(newest, startMs), -Infinity);
  const recent = cells.filter(({ startMs }) => startMs > newestMs - pulseMs);
  const minutes = [...groupBy(recent, ({ startMs }) => floorTo(startMs, minuteMs))]
    .map(([startMs, within]) => ({ startMs, tokens: within.reduce((sum, { usage }) => sum + totalTokens(usage), 0) }))
    .sort((left, right) => left.startMs - right.startMs);
  return { contextTokens: toContextTokens(cells), minutes, subagents: countSubagents(cells) };
}

/**
 * The largest prompt in the newest minute with requests of the session itself: an agent's side requests have small
 * prompts.
 */
function toContextTokens(cells: readonly UsageCell[]): number | null {
  const own = cells.filter(({ isSidechain, events }) => !isSidechain && events > 0);
  if (own.length === 0) return null;
  const newestMs = own.reduce((newest, { startMs }) => Math.max(newest, startMs), -Infinity);
  const newest = own.filter(({ startMs }) => startMs === newestMs);
  return Math.max(...newest.map(({ usage, events }) => Math.round(promptTokens(usage) / events)));
}
