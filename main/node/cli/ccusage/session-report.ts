import { addTotals } from '../../../../shared/analytics/totals.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import type { SessionSummary } from '../../../../shared/domain/session.ts';
import { toUsd } from '../../../../shared/domain/money.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import type { CcusageOptions } from './ccusage-options.ts';
import { toAgentFields, toTotals } from './period-report.ts';
import { toProjectName } from './project-name.ts';
import { toAgentName, toTokenFields, toUsageFields, type ModelRow } from './usage-shape.ts';

/** The report of sessions. `rows` are sessions, split by model. */
export function toSessionReport(
  rows: readonly ModelRow[],
  sessions: readonly SessionSummary[],
  options: CcusageOptions,
): object {
  const list = toSessionRows(rows, sessions, options);
  return { [options.agent === null ? 'session' : 'sessions']: list, totals: toTotals(rows, options) };
}

/**
 * The rows of the report of sessions, in ccusage's order, whatever `--order` says: the most expensive first, except for
 * agents whose models are a map, where the most recently active is last.
 */
export function toSessionRows(
  rows: readonly ModelRow[],
  sessions: readonly SessionSummary[],
  { agent }: CcusageOptions,
): readonly object[] {
  const parts = groupBy(rows, toSessionKey);
  const ordered = agent?.ccusage?.models === 'map' ? byActivity(sessions) : byCost(sessions);
  return ordered.map((session) => {
    const own = parts.get(toSessionKey({ source: session.source, key: session.sessionId })) ?? [];
    const lastActivity = toIso(session.lastAtMs);
    if (agent === null) {
      const { source, sessionId } = session;
      return {
        period: sessionId,
        agent: toAgentName(source),
        ...toUsageFields(own),
        metadata: toMetadata(session, lastActivity),
      };
    }
    const place = toProjectName(session.project);
    return {
      sessionId: session.sessionId,
      ...toAgentFields(own, agent.ccusage?.models),
      firstActivity: toIso(session.firstAtMs),
      lastActivity,
      ...(agent.ccusage?.models === 'map'
        ? { directory: place, sessionFile: session.sessionId }
        : { projectPath: place }),
    };
  });
}

/** With equal or unknown costs, the earlier ones stay first. */
function byCost(sessions: readonly SessionSummary[]): readonly SessionSummary[] {
  const toCost = ({ costMicroUsd }: SessionSummary): number => costMicroUsd ?? 0;
  return byActivity(sessions).toSorted((left, right) => toCost(right) - toCost(left));
}

function byActivity(sessions: readonly SessionSummary[]): readonly SessionSummary[] {
  return sessions.toSorted((left, right) => left.lastAtMs - right.lastAtMs);
}

/** One session, as `--id` asks for it; null when there is none. The entries are its models, not its requests. */
export function toOneSession(rows: readonly ModelRow[], id: string): object | null {
  if (rows.length === 0) return null;
  const totals = addTotals(rows);
  return {
    sessionId: id,
    totalCost: toUsd(totals.costMicroUsd),
    totalTokens: totalTokens(totals.usage),
    entries: rows.map((row) => ({
      timestamp: toIso(row.lastAtMs),
      ...toTokenFields(row),
      model: row.split,
      costUSD: toUsd(row.costMicroUsd),
    })),
  };
}

function toMetadata({ usage: { reasoningTokens } }: SessionSummary, lastActivity: string) {
  return { lastActivity, ...(reasoningTokens > 0 && { reasoningOutputTokens: reasoningTokens }) };
}

function toSessionKey({ source, key }: Pick<ModelRow, 'source' | 'key'>): string {
  return JSON.stringify([source, key]);
}
