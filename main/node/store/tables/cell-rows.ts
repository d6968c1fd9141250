import type { ContextClass, UsageCell } from '../../../../shared/domain/usage-cell.ts';
import type { ProfileDimensions } from '../../../../shared/domain/profile-fields.ts';
import { cellFlags } from './partial-sums.ts';
import type { SqliteRow } from '../../sqlite/sqlite-driver.ts';

/**
 * The cell of a row that has all columns of a cell; the row names its class and its flags `class` and `bits`.
 * `dimensions` contains nothing else.
 */
export function toUsageCell(row: SqliteRow, dimensions: ProfileDimensions, startMs: number): UsageCell {
  const toNumber = (name: string): number => Number(row[name]);
  const events = toNumber('events');
  return {
    ...dimensions,
    // Only valid context classes are ever written or selected.
    contextClass: toNumber('class') as ContextClass,
    startMs,
    firstAtMs: toNumber('first_ms'),
    lastAtMs: toNumber('last_ms'),
    events,
    unfinishedEvents: toNumber('unfinished'),
    usage: {
      inputTokens: toNumber('input'),
      cacheCreation5mTokens: toNumber('cache_5m'),
      cacheCreation1hTokens: toNumber('cache_1h'),
      cacheReadTokens: toNumber('cache_read'),
      outputTokens: toNumber('output'),
      reasoningTokens: toNumber('reasoning'),
    },
    webSearchRequests: toNumber('web_searches'),
    loggedCostMicroUsd: toNumber('logged_cost_micro_usd'),
    loggedCostEvents: (toNumber('bits') & cellFlags.logged) === 0 ? 0 : events,
  };
}
