import type { SourceId } from '../../../domain/ids.ts';
import type { LogRecord } from '../../../domain/log-record.ts';
import type { ReaderState } from '../../../ports/cursor-store.ts';
import { parseJsonRecord, toRecord } from '../../../lib/json-record.ts';
import { toId, toName } from '../names.ts';
import type { DatabasePage, DatabaseRow, DatabaseStream, LogDatabase } from '../../streams.ts';
import { isAnswer, isSettled, parseAnswer } from './message.ts';
import { toMessageQueries, type MessageQueries } from './query.ts';

const pageRows = 500;
/** The number of answers that may be written at the same time, with room for those that never ended. */
const maxOpen = 200;

/** How far a database's messages have been read. */
interface Bookmark {
  /** The last row and its message: a different message there means that rows have been renumbered. */
  readonly row: number;
  readonly id: string | null;
  /** Rows of answers that were still being written. */
  readonly open: readonly number[];
}

const beginning: Bookmark = { row: 0, id: null, open: [] };

/**
 * Builds the reader of an agent's database: each step reads its next messages, and again those that were still being
 * written.
 */
export function createAnswerReader(source: SourceId): DatabaseStream['read'] {
  return (database, state) => readMessages(source, database, state);
}

function readMessages(source: SourceId, database: LogDatabase, state: ReaderState): DatabasePage {
  const queries = toMessageQueries(database);
  if (queries === null) return { records: [], state: null, rows: 0, isFirst: true, isLast: true };
  const bookmark = findBookmark(queries, state);
  const rows = queries.after(bookmark.row, pageRows);
  const isLast = rows.length < pageRows;
  const again = isLast && bookmark.open.length > 0 ? queries.at(bookmark.open) : [];
  const kept = isLast ? [] : bookmark.open;
  const readings = [...again, ...rows].map((row) => ({ row: Number(row['row']), records: readRow(source, row) }));
  const open = [...kept, ...readings.flatMap(({ row, records }) => (records === null ? [row] : []))];
  const last = rows.at(-1);
  return {
    records: readings.flatMap(({ records }) => records ?? []),
    state: {
      row: last === undefined ? bookmark.row : Number(last['row']),
      id: last === undefined ? bookmark.id : String(last['id']),
      open: open.slice(-maxOpen),
    },
    rows: rows.length,
    isFirst: bookmark === beginning,
    isLast,
  };
}

/** What a row yields; null while its answer is being written. */
function readRow(source: SourceId, row: DatabaseRow): readonly LogRecord[] | null {
  if (typeof row['data'] !== 'string') return [{ kind: 'skip', reason: 'not-json' }];
  const parsed = parseJsonRecord(row['data']);
  if (!parsed.ok) return [{ kind: 'skip', reason: parsed.error }];
  if (!isAnswer(parsed.value)) return [];
  if (!isSettled(parsed.value)) return null;
  const session = toId(row['session']);
  const parent = toId(row['grandparent']) ?? toId(row['parent']);
  return parseAnswer(parsed.value, {
    source,
    id: toId(row['id']),
    sessionId: parent ?? session,
    isSubagent: parent !== null,
    subagent: parent === null ? null : session,
    directory: toName(row['directory']),
    agentVersion: toId(row['version']),
  });
}

/** The stored bookmark, if the database still has its row; otherwise the beginning: rereading changes nothing. */
function findBookmark(queries: MessageQueries, state: ReaderState): Bookmark {
  const stored = toRecord(state);
  const { row, id, open } = stored ?? {};
  if (typeof row !== 'number' || typeof id !== 'string' || queries.idAt(row) !== id) return beginning;
  return { row, id, open: Array.isArray(open) ? open.filter((each) => typeof each === 'number') : [] };
}
