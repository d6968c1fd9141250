import { setTimeout as delay } from 'node:timers/promises';
import type { FileCursor, ReaderState } from '../../../../shared/ports/cursor-store.ts';
import type { ReadFailure } from '../../../../shared/domain/failures.ts';
import type { DatabaseStream } from '../../../../shared/sources/streams.ts';
import { loadSqlite, sqliteCodes, toSqliteCode } from '../../sqlite/sqlite-driver.ts';
import { isSameInode, needsRead, toFactsAfterReading, toKnown, type FileFacts } from '../discovery/file-identity.ts';
import { isMissing, toReadFailure } from '../discovery/file-problem.ts';
import type { FileToRead, ReadResult, ReadTools } from '../file-reading.ts';
import { createRecordBatcher, type RecordBatcher } from '../record-batcher.ts';
import { TooLargeError } from './copy-aside.ts';
import { statDatabase } from '../discovery/database-files.ts';
import { toLogDatabase } from './log-database.ts';
import type { GuestDatabase } from './guest-database.ts';
import { openAsGuest } from './open-as-guest.ts';

/** A database that was written within this time is considered busy, not broken. */
const stableAfterMs = 10_000;
const attempts = 3;
const betweenAttemptsMs = 40;

/**
 * Reads what is new in a database. Never throws because of the database, and does not leave a trace on it (see
 * `openAsGuest`).
 */
export async function readDatabase(file: FileToRead<DatabaseStream>, tools: ReadTools): Promise<ReadResult> {
  let facts: FileFacts;
  try {
    facts = await statDatabase(file.path);
  } catch (error) {
    return isMissing(error) ? { kind: 'gone' } : { kind: 'failed', reason: toReadFailure(error), seen: undefined };
  }
  if (!needsRead({ path: file.path, facts, known: toKnown(file.cursor), seen: file.seen })) {
    return { kind: 'unchanged', seen: file.seen ?? { ...facts, tailHash: null } };
  }
  // Data handed over by an abandoned attempt is valid: the next attempt continues after it.
  let cursor = file.cursor;
  const onBatch: ReadTools['onBatch'] = (batch, bytes, records) => {
    cursor = batch.cursor;
    tools.onBatch(batch, bytes, records);
  };
  for (let attempt = 1; ; attempt++) {
    const result = await tryReading({ ...file, cursor }, facts, { ...tools, onBatch });
    if (result.kind !== 'unstable' || attempt === attempts) return toLastResult(result);
    await delay(betweenAttemptsMs);
    facts = await statDatabase(file.path).catch(() => facts);
  }
}

async function tryReading(file: FileToRead<DatabaseStream>, facts: FileFacts, tools: ReadTools): Promise<ReadResult> {
  const remembered = toFactsAfterReading(facts);
  const seen = { ...remembered, tailHash: null };
  try {
    const end = await readPages(file, remembered, tools);
    if (end === 'untrue') return { kind: 'unstable', facts };
    return end === 'read' ? { kind: 'read', seen } : { kind: 'stopped' };
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone' };
    const reason = toFailure(error);
    if (reason === 'locked') return { kind: 'unstable', facts };
    return { kind: 'failed', reason, seen: reason === 'damaged-database' ? seen : undefined };
  }
}

/** Another process that holds a database for long blocks us: report it, and try again. */
function toLastResult(result: ReadResult): ReadResult {
  if (result.kind !== 'unstable' || Date.now() - result.facts.mtimeMs < stableAfterMs) return result;
  return { kind: 'failed', reason: 'locked', seen: undefined };
}

async function readPages(
  file: FileToRead<DatabaseStream>,
  facts: FileFacts,
  tools: ReadTools,
): Promise<'read' | 'stopped' | 'untrue'> {
  const driver = loadSqlite();
  if (!driver.ok) throw new Error(driver.error);
  const guest = await openAsGuest(driver.value, file.path);
  try {
    return await handOverPages(guest, file, facts, tools);
  } finally {
    await guest.close();
  }
}

async function handOverPages(
  guest: GuestDatabase,
  file: FileToRead<DatabaseStream>,
  facts: FileFacts,
  tools: ReadTools,
): Promise<'read' | 'stopped' | 'untrue'> {
  const from = toRowsCursor(file.cursor, facts);
  let batcher = createRecordBatcher(file, from);
  const database = toLogDatabase(guest.database);
  let state: ReaderState = from?.readerState ?? null;
  let rows = 0;
  for (;;) {
    await tools.waitForCapacity?.();
    if (tools.shouldStop()) return 'stopped';
    const page = file.stream.read(database, state);
    if (!(await guest.isTrue())) return 'untrue';
    if (page.isFirst) {
      batcher = createRecordBatcher(file, null);
      rows = 0;
    }
    for (const record of page.records) batcher.add(record);
    state = page.state;
    rows += page.rows;
    emitBatch(batcher, page.isLast ? facts : { ...facts, size: 0, mtimeMs: 0 }, state, rows, tools);
    if (page.isLast) return 'read';
  }
}

/** Until the last page, the database counts as unread, but reading continues where it ended. */
function emitBatch(
  batcher: RecordBatcher,
  { size, mtimeMs, inode }: FileFacts,
  readerState: ReaderState,
  rows: number,
  tools: ReadTools,
): void {
  const batch = batcher.take({ position: { kind: 'rows', size }, inode, mtimeMs, readerState }, rows);
  tools.onBatch(batch, size, batch.records.length);
}

/** The cursor, if it says which rows of this same file were read. */
function toRowsCursor(cursor: FileCursor | undefined, facts: FileFacts): FileCursor | null {
  return cursor?.position.kind === 'rows' && isSameInode(facts, cursor) ? cursor : null;
}

function toFailure(error: unknown): ReadFailure {
  if (error instanceof TooLargeError) return 'too-large';
  const code = toSqliteCode(error);
  if (code === sqliteCodes.busy || code === sqliteCodes.locked) return 'locked';
  return code === null ? toReadFailure(error) : 'damaged-database';
}
