import { defaultProfile } from '../../shared/domain/profile-fields.ts';
import { emptyUsage, type TokenUsage } from '../../shared/domain/token-usage.ts';
import type { UsageCell } from '../../shared/domain/usage-cell.ts';
import { toDimensions } from '../../shared/ledger/profile.ts';

/** The fields of a cell that a test sets; `at` is an ISO instant and sets its slice, first and last event. */
export type CellPatch = Partial<Omit<UsageCell, 'usage'>> & {
  readonly at?: string;
  readonly usage?: Partial<TokenUsage>;
};

/** A cell of one ordinary event, except for what the test sets. */
export function makeCell({ at = '2026-05-01T10:00:00Z', usage, ...patch }: CellPatch = {}): UsageCell {
  const atMs = Date.parse(at);
  return {
    ...toDimensions(defaultProfile),
    source: 'claude-code',
    provider: 'anthropic',
    model: 'claude-opus-4-8',
    sessionId: 'session-1',
    project: '/home/ada/engine',
    branch: 'main',
    contextClass: 0,
    startMs: Math.floor(atMs / 60_000) * 60_000,
    firstAtMs: atMs,
    lastAtMs: atMs,
    events: 1,
    unfinishedEvents: 0,
    webSearchRequests: 0,
    loggedCostMicroUsd: 0,
    loggedCostEvents: 0,
    ...patch,
    usage: { ...emptyUsage, ...usage },
  };
}
