import type { LogRecord } from '../../domain/log-record.ts';
import { parseEpochSeconds } from '../../domain/instant.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage } from '../../domain/token-usage.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { readChangedRows, type ChangedRows } from '../lib/changed-rows.ts';
import { toId } from '../lib/names.ts';
import { skip } from '../lib/skip.ts';
import type { DatabasePage, DatabaseRow, LogDatabase } from '../streams.ts';
import { selectSessions } from './query.ts';

const pageRows = 200;
/** Reads the sessions that changed since the last one read. */
export function readSessions(database: LogDatabase, state: ReaderState): DatabasePage {
  const select: ChangedRows['select'] = (after, count) => selectSessions(database, after, count);
  return readChangedRows({ select, toRecords, pageRows }, state);
}

/** What a session cost so far, as one event at its start; see README.md. */
function toRecords(row: DatabaseRow): readonly LogRecord[] {
  // Crush adds what a subagent's session cost to the session that started it.
  if (row['hasParent'] === 1) return [];
  const microUsd = toMicroUsd(row['cost']);
  if (microUsd === null) return [skip('bad-cost')];
  // Free models, subscriptions, and sessions without an answer.
  if (microUsd === 0) return [];
  const id = toId(row['id']);
  if (id === null) return [skip('no-id')];
  const atMs = parseEpochSeconds(row['created']);
  if (atMs === null) return [skip('no-timestamp')];
  return [
    {
      kind: 'event',
      event: {
        key: `crush:${id}`,
        aliases: [],
        replay: null,
        profile: {
          ...defaultProfile,
          source: 'crush',
          provider: toId(row['provider'])?.toLowerCase() ?? 'unknown',
          model: toId(row['model']) ?? 'unknown',
          sessionId: id,
          isSum: true,
        },
        atMs,
        usage: emptyUsage,
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd: microUsd,
      },
    },
  ];
}

/** At most a million dollars; null when it is no cost. */
function toMicroUsd(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 1e6 ? Math.round(value * 1e6) : null;
}
