import { contextClasses, type ContextClass, type UsageCell } from '../../../shared/domain/usage-cell.ts';
import { createCellSum, toCellIdentity } from '../../../shared/ledger/sum-cells.ts';
import type { CellQuery } from '../../../shared/ports/ledger-store.ts';
import type { CompactedTable } from './compacted.ts';
import { eventFlags } from './event-rows.ts';
import type { Profile, ProfileTable } from './profiles.ts';
import type { SqliteDatabase, SqliteRow, SqliteStatement } from './sqlite-driver.ts';

/** Answers `LedgerStore.cells` from the tables of events and of compacted cells. */
export type CellReader = (query: CellQuery) => readonly UsageCell[];

const promptTokens = 'input + cache_5m + cache_1h + cache_read';
const [, mediumContext, largeContext] = contextClasses;

/** Builds the reader. SQLite sums by profile; profiles that differ only in what cells do not show are joined here. */
export function createCellReader(
  database: SqliteDatabase,
  profiles: ProfileTable,
  compacted: CompactedTable,
): CellReader {
  const statements = new Map<string, SqliteStatement>();
  return ({ fromMs, toMs, source, sessionId, grainMs }) => {
    const conditions: string[] = [`flags & ${eventFlags.replay} = 0`];
    const values: (string | number)[] = [];
    const restrict = (condition: string, value: string | number | undefined): void => {
      if (value === undefined) return;
      conditions.push(condition);
      values.push(value);
    };
    restrict('at_ms >= ?', fromMs);
    restrict('at_ms < ?', toMs);
    restrict(`profile IN (SELECT id FROM profiles WHERE source = ${textId})`, source);
    restrict(`profile IN (SELECT id FROM profiles WHERE session = ${textId})`, sessionId);

    const sql = toSql(conditions, grainMs);
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    const sum = createCellSum();
    const identities = new Map<number, string>();
    const rows = statement.all(...values);
    if (rows.length >= many) profiles.readAhead();
    for (const row of rows) {
      const id = Number(row['profile']);
      const profile = profiles.profileOf(id);
      let identity = identities.get(id);
      if (identity === undefined) identities.set(id, (identity = toCellIdentity(profile)));
      sum.add(identity, toCell(row, profile, grainMs));
    }
    for (const { cell, isReplay } of compacted.cells({ fromMs, toMs, source, sessionId })) {
      if (!isReplay) sum.add(toCellIdentity(cell), cell);
    }
    return sum.cells();
  };
}

/** So many cells are likely to be of as many profiles. */
const many = 500;

const textId = '(SELECT id FROM texts WHERE text = ?)';

function toSql(conditions: readonly string[], grainMs: number): string {
  // The grain stands in the text: bound numbers are reals, and the division must be one of integers.
  return `
    SELECT at_ms / ${Math.trunc(grainMs)} AS slice, profile,
      CASE WHEN ${promptTokens} > ${largeContext} THEN ${largeContext}
        WHEN ${promptTokens} > ${mediumContext} THEN ${mediumContext} ELSE 0 END AS context_class,
      min(at_ms) AS first_ms, max(at_ms) AS last_ms, count(*) AS events,
      sum(flags & ${eventFlags.final}) AS finals, sum(input) AS input, sum(cache_5m) AS cache_5m,
      sum(cache_1h) AS cache_1h, sum(cache_read) AS cache_read, sum(output) AS output, sum(reasoning) AS reasoning,
      sum(web_searches) AS web_searches, coalesce(sum(logged_cost_micro_usd), 0) AS cost,
      count(logged_cost_micro_usd) AS costs, logged_cost_micro_usd IS NULL AS is_unlogged
    FROM events WHERE ${conditions.join(' AND ')} GROUP BY slice, profile, context_class, is_unlogged`;
}

function toCell(row: SqliteRow, profile: Profile, grainMs: number): UsageCell {
  const toNumber = (name: string): number => Number(row[name]);
  const events = toNumber('events');
  return {
    source: profile.source,
    provider: profile.provider,
    model: profile.model,
    sessionId: profile.sessionId,
    project: profile.project,
    branch: profile.branch,
    isSidechain: profile.isSidechain,
    speed: profile.speed,
    tier: profile.tier,
    isRegional: profile.isRegional,
    // The statement gives nothing but the borders.
    contextClass: toNumber('context_class') as ContextClass,
    startMs: toNumber('slice') * grainMs,
    firstAtMs: toNumber('first_ms'),
    lastAtMs: toNumber('last_ms'),
    events,
    unfinishedEvents: events - toNumber('finals'),
    usage: {
      inputTokens: toNumber('input'),
      cacheCreation5mTokens: toNumber('cache_5m'),
      cacheCreation1hTokens: toNumber('cache_1h'),
      cacheReadTokens: toNumber('cache_read'),
      outputTokens: toNumber('output'),
      reasoningTokens: toNumber('reasoning'),
    },
    webSearchRequests: toNumber('web_searches'),
    loggedCostMicroUsd: toNumber('cost'),
    loggedCostEvents: toNumber('costs'),
  };
}
