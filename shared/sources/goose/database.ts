import type { ReaderState } from '../../ports/cursor-store.ts';
import { readChangedRows } from '../lib/changed-rows.ts';
import { toRecord } from '../../lib/json-record.ts';
import type { DatabasePage, LogDatabase } from '../streams.ts';
import { hasLedger, selectRequests, selectSessions } from './query.ts';
import { parseRequest, parseSession } from './usage.ts';

const pageRows = 500;

/** Reads the requests after the last one read, and the sums of sessions whose requests are not kept. */
export function readUsage(database: LogDatabase, state: ReaderState): DatabasePage {
  const stored = toRecord(state);
  const request = typeof stored?.['request'] === 'number' ? stored['request'] : 0;
  const sessions = readChangedRows(
    {
      select: (after, count) => selectSessions(database, after, count),
      toRecords: parseSession,
      pageRows,
    },
    (stored?.['sessions'] as ReaderState | undefined) ?? null,
  );
  const rows = hasLedger(database) ? selectRequests(database, request, pageRows) : [];
  return {
    records: [...sessions.records, ...rows.flatMap(parseRequest)],
    state: {
      sessions: sessions.state,
      request: rows.reduce((last, row) => Math.max(last, Number(row['row'])), request),
    },
    rows: sessions.rows + rows.length,
    isFirst: sessions.isFirst && request === 0,
    isLast: sessions.isLast && rows.length < pageRows,
  };
}
