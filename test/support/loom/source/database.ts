import { toRecord } from '../../../../shared/lib/json-record.ts';
import type { ReaderState } from '../../../../shared/ports/cursor-store.ts';
import type { DatabasePage, LogDatabase } from '../../../../shared/sources/streams.ts';
import { parseTurn } from './turn.ts';

const pageRows = 500;

/** Reads the turns that follow the last one read; they are never changed. */
export function readTurns(database: LogDatabase, state: ReaderState): DatabasePage {
  if (!database.columns('turn').has('id')) return { records: [], state: null, rows: 0, isFirst: true, isLast: true };
  const stored = toRecord(state)?.['row'];
  const after = typeof stored === 'number' ? stored : 0;
  const rows = database.rows(
    'SELECT rowid AS row, id, at, model, session, tokens_in, tokens_out FROM turn WHERE rowid > ? ORDER BY rowid LIMIT ?',
    after,
    pageRows,
  );
  return {
    records: rows.flatMap((row) => parseTurn({ ...row, kind: 'turn', in: row['tokens_in'], out: row['tokens_out'] })),
    state: { row: Number(rows.at(-1)?.['row'] ?? after) },
    rows: rows.length,
    isFirst: after === 0,
    isLast: rows.length < pageRows,
  };
}
