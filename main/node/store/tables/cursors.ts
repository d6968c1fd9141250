import { compareValues } from '../../../../shared/lib/compare.ts';
import { toBytesRead } from '../../../../shared/ledger/cursor-position.ts';
import type { CursorPosition, FileCursor, KnownFiles, ReaderState } from '../../../../shared/ports/cursor-store.ts';
import type { SqliteDatabase, SqliteRow, SqliteStatement, SqliteValue } from '../../sqlite/sqlite-driver.ts';
import { namesOf } from '../names/encryption.ts';
import { buildKnownFiles } from './known-files.ts';
import { InconsistentLedgerError } from '../store-errors.ts';

const putSql = `
  INSERT OR REPLACE INTO cursors (path, source, kind, bytes, inode, head_hash, head_bytes, mtime_ms, reader_state,
    is_gone, lines, event_rows, skips, unlogged_calls)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** The table of file cursors. */
export interface CursorTable {
  all(): ReadonlyMap<string, FileCursor>;
  known(): KnownFiles;
  find(path: string): FileCursor | undefined;
  sources(): readonly string[];
  put(cursor: FileCursor): void;
}

/** Builds the access to the table `cursors`. */
export function createCursorTable(database: SqliteDatabase): CursorTable {
  const names = namesOf(database);
  const { state, seal, open } = names;
  const readAll = database.prepare('SELECT * FROM cursors ORDER BY path');
  const readOne = database.prepare('SELECT * FROM cursors WHERE path = ?');
  const readSources = database.prepare('SELECT DISTINCT source FROM cursors');
  // Prepared on first use, so that a table of an older schema can still be read.
  let put: SqliteStatement | null = null;
  return {
    all() {
      const cursors = readAll.all().map((row) => toCursor(row, open));
      // Encrypted paths sort differently.
      if (state !== 'plain') cursors.sort((left, right) => compareValues(left.path, right.path));
      return new Map(cursors.map((cursor) => [cursor.path, cursor]));
    },
    known() {
      const { files, add } = buildKnownFiles(names);
      // Prepared on demand, as a ledger of an older schema has other columns. One row at a time: there may be many.
      const read = database.prepare('SELECT path, bytes, inode, mtime_ms FROM cursors WHERE is_gone = 0');
      for (const row of read.iterate()) {
        const { path, bytes, inode, mtime_ms: mtimeMs } = row;
        add(String(path), { bytesRead: Number(bytes), inode: String(inode), mtimeMs: Number(mtimeMs) });
      }
      return files;
    },
    find(path) {
      const row = state === 'locked' ? undefined : readOne.get(seal(path));
      return row === undefined ? undefined : toCursor(row, open);
    },
    sources: () => readSources.all().map((row) => String(row['source'])),
    put(cursor) {
      const { position } = cursor;
      put ??= database.prepare(putSql);
      put.run(
        seal(cursor.path),
        cursor.source,
        position.kind,
        toBytesRead(position),
        cursor.inode,
        position.kind === 'offset' ? position.headHash : '',
        position.kind === 'offset' ? position.headBytes : 0,
        cursor.mtimeMs,
        seal(JSON.stringify(cursor.readerState)),
        cursor.isGone ? 1 : 0,
        cursor.lines,
        cursor.eventRows,
        JSON.stringify(cursor.skips),
        JSON.stringify(cursor.unloggedCalls),
      );
    },
  };
}

function toCursor(row: SqliteRow, open: (stored: string) => string): FileCursor {
  return {
    path: open(String(row['path'])),
    source: String(row['source']),
    position: toPosition(row),
    inode: String(row['inode']),
    mtimeMs: Number(row['mtime_ms']),
    // Only this table writes these columns, as JSON of exactly these types.
    readerState: readState(open(String(row['reader_state']))),
    isGone: row['is_gone'] === 1,
    lines: Number(row['lines']),
    eventRows: Number(row['event_rows']),
    skips: parseColumn(row['skips']) as FileCursor['skips'],
    unloggedCalls: parseColumn(row['unlogged_calls'] ?? row['invisible_calls']) as FileCursor['unloggedCalls'],
  };
}

/** A path that cannot be decrypted counts as unread. */
function readState(text: string): ReaderState {
  return text.startsWith('•••') ? null : (parseColumn(text) as ReaderState);
}

/** Schemas 1 to 3 have only offsets, under another name. */
function toPosition(row: SqliteRow): CursorPosition {
  const bytes = Number(row['bytes'] ?? row['byte_offset']);
  const kind = row['kind'] ?? 'offset';
  if (kind === 'version' || kind === 'rows') return { kind, size: bytes };
  if (kind !== 'offset') throw new InconsistentLedgerError('the ledger holds a cursor of an unknown kind');
  return { kind, offset: bytes, headHash: String(row['head_hash']), headBytes: Number(row['head_bytes']) };
}

function parseColumn(text: SqliteValue | undefined): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new InconsistentLedgerError('the ledger holds a cursor that cannot be read');
  }
}
