import type { LogRecord } from '../../domain/log-record.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { readChangedRows } from '../lib/changed-rows.ts';
import { parseJsonRecord } from '../../lib/json-record.ts';
import { toName } from '../lib/names.ts';
import type { DatabasePage, DatabaseRow, LogDatabase } from '../streams.ts';
import { selectThreads } from './query.ts';
import { parseThread } from './thread.ts';

/** Threads hold whole conversations: few at a time. */
const pageRows = 4;

/** Reads the threads that changed since the last one read. */
export function readThreads(database: LogDatabase, state: ReaderState): DatabasePage {
  return readChangedRows(
    {
      select: (after, count) => selectThreads(database, after, count),
      toRecords: (row) => readRow(database, row),
      pageRows,
    },
    state,
  );
}

function readRow(database: LogDatabase, row: DatabaseRow): readonly LogRecord[] {
  const text = row['type'] === 'zstd' ? database.decompress(row['data']) : row['data'];
  const parsed = typeof text === 'string' ? parseJsonRecord(text) : null;
  if (parsed === null || !parsed.ok) return [{ kind: 'skip', reason: parsed?.error ?? 'not-json' }];
  return parseThread(parsed.value, {
    id: toName(row['id'], 256),
    parent: toName(row['parent'], 256),
    created: row['created'],
    updated: row['updated'],
    folders: row['folders'],
  });
}
