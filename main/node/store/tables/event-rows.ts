import type { LedgerEvent } from '../../../../shared/ledger/ledger-event.ts';
import { toStoredHash } from './hash-name.ts';
import type { ProfileTable } from './profiles.ts';
import type { SqliteRow, SqliteValue } from '../../sqlite/sqlite-driver.ts';
import type { ThreadTable } from './threads.ts';

/** Bits of `events.flags`. `fresh`: not in the indexes by name and by replay group yet (see fresh-rows.ts). */
export const eventFlags = { final: 1, replay: 2, fresh: 4 } as const;

/** The columns of an event in the order of `toEventValues`. */
export const eventColumns = [
  'key_hash',
  'profile',
  'at_ms',
  'owner_lag_ms',
  'flags',
  'input',
  'cache_5m',
  'cache_1h',
  'cache_read',
  'output',
  'reasoning',
  'web_searches',
  'logged_cost_micro_usd',
  'replay_group',
  'thread',
] as const;

/** The columns that `toEvent` and `isReplayRow` need; a key does not fit into a number, so it is selected as text. */
export const selectedColumns = [
  'events.id AS id',
  `printf('%016x', key_hash) AS key`,
  ...eventColumns.slice(1).map((name) => `events.${name} AS ${name}`),
].join(', ');

/** Converts events to rows and back. */
export interface EventRows {
  /** `flags` are those that the table sets, in addition to the event's own. */
  toValues(event: LedgerEvent, flags: number): readonly SqliteValue[];
  toEvent(row: SqliteRow): LedgerEvent;
}

/** Builds the conversion. Adds new profiles and threads. */
export function createEventRows(profiles: ProfileTable, threads: ThreadTable): EventRows {
  return {
    toValues(event, flags) {
      const { usage, replay } = event;
      const threadId = replay?.threadId ?? null;
      return [
        toStoredHash(event.key),
        profiles.idOf(event.profile),
        event.atMs,
        event.ownerAtMs - event.atMs,
        (event.isFinal ? eventFlags.final : 0) | flags,
        usage.inputTokens,
        usage.cacheCreation5mTokens,
        usage.cacheCreation1hTokens,
        usage.cacheReadTokens,
        usage.outputTokens,
        usage.reasoningTokens,
        event.webSearchRequests,
        event.loggedCostMicroUsd,
        replay?.group ?? null,
        threadId === null ? null : threads.idOf(event.profile.source, threadId),
      ];
    },
    toEvent(row) {
      const atMs = Number(row['at_ms']);
      const { replay_group: group, thread, logged_cost_micro_usd: cost } = row;
      return {
        key: String(row['key']),
        profile: profiles.profileOf(Number(row['profile'])),
        replay: group === null ? null : { group: Number(group), threadId: toThreadId(thread, threads) },
        atMs,
        ownerAtMs: atMs + Number(row['owner_lag_ms']),
        usage: {
          inputTokens: Number(row['input']),
          cacheCreation5mTokens: Number(row['cache_5m']),
          cacheCreation1hTokens: Number(row['cache_1h']),
          cacheReadTokens: Number(row['cache_read']),
          outputTokens: Number(row['output']),
          reasoningTokens: Number(row['reasoning']),
        },
        isFinal: (Number(row['flags']) & eventFlags.final) !== 0,
        webSearchRequests: Number(row['web_searches']),
        loggedCostMicroUsd: cost === null ? null : Number(cost),
      };
    },
  };
}

/** Whether the row is stored as a replay of another event. */
export function isReplayRow(row: SqliteRow): boolean {
  return (Number(row['flags']) & eventFlags.replay) !== 0;
}

function toThreadId(thread: SqliteValue | undefined, threads: ThreadTable): string | null {
  return thread === null || thread === undefined ? null : threads.nameOf(Number(thread));
}
