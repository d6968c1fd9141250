import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { LogRecord } from '../../../../shared/domain/log-record.ts';
import type { DocumentStream, LogDocument } from '../../../../shared/sources/streams.ts';
import { toFactsAfterReading, toFileFacts, type FileFacts } from '../discovery/file-identity.ts';
import { batchRecords, type FileToRead, type ReadResult, type ReadTools } from '../file-reading.ts';
import type { OpenFile } from '../open-file.ts';
import { createRecordBatcher } from '../record-batcher.ts';
import { readSideTexts } from '../side-texts.ts';
import { readJson, type DocumentFailure } from './read-json.ts';

/** A file that was written within this time may be in the middle of being rewritten. */
const stableAfterMs = 10_000;
const attempts = 3;
const betweenAttemptsMs = 40;

/**
 * Reads a document as a whole. Incomplete JSON in a file that was written just now is tried again, since its owner may
 * be writing it; then it is not damage but `unstable`. Rejects when the system cannot read it.
 */
export async function readDocument(
  handle: OpenFile,
  file: FileToRead<DocumentStream>,
  tools: ReadTools,
): Promise<ReadResult> {
  for (let attempt = 1; ; attempt++) {
    if (tools.shouldStop()) return { kind: 'stopped' };
    const facts = toFileFacts(await handle.stat());
    const json = await readUnchanged(handle, facts, tools.buffer, file.stream);
    if (json.ok) {
      const sideTexts = await readSideTexts(file.stream, file.path, tools);
      const remembered = toFactsAfterReading(facts);
      const document = { path: file.path, value: json.value, sideTexts };
      await emitBatch(file, remembered, readRecords(file.stream, document), tools);
      return { kind: 'read', seen: { ...remembered, tailHash: null } };
    }
    if (!isBeingWritten(facts, toFileFacts(await handle.stat()))) {
      return { kind: 'failed', reason: json.error, seen: { ...facts, tailHash: null } };
    }
    if (attempt === attempts) return { kind: 'unstable', facts };
    await delay(betweenAttemptsMs);
  }
}

/** Whether its owner may still be writing it: it changed while it was read, or shortly before. */
function isBeingWritten(before: FileFacts, now: FileFacts): boolean {
  return !isSameVersion(before, now) || Date.now() - now.mtimeMs < stableAfterMs;
}

function isSameVersion(before: FileFacts, now: FileFacts): boolean {
  return now.size === before.size && now.mtimeMs === before.mtimeMs;
}

/**
 * The contents of the file, if nobody wrote to it meanwhile. An empty file is a document that has not been written yet:
 * its value is null.
 */
async function readUnchanged(
  handle: OpenFile,
  facts: FileFacts,
  buffer: Buffer,
  stream: DocumentStream,
): Promise<Result<unknown, DocumentFailure>> {
  const json: Result<unknown, DocumentFailure> =
    facts.size === 0 ? ok(null) : await readJson(handle, facts.size, buffer, stream);
  if (!json.ok) return json;
  return isSameVersion(facts, toFileFacts(await handle.stat())) ? json : fail('incomplete-json');
}

/** A stream must not throw; if it does, only that document is lost. */
function readRecords(stream: DocumentStream, document: LogDocument): readonly LogRecord[] {
  if (document.value === null) return [];
  try {
    return stream.read(document);
  } catch {
    return [{ kind: 'skip', reason: 'not-a-record' }];
  }
}

/** All counts start again: everything was read again. */
async function emitBatch(
  file: FileToRead<DocumentStream>,
  facts: FileFacts,
  records: readonly LogRecord[],
  tools: ReadTools,
): Promise<void> {
  const batcher = createRecordBatcher(file, null);
  const take = (size: number, mtimeMs: number, lines: number): void => {
    const position = { kind: 'version', size } as const;
    const batch = batcher.take({ position, inode: facts.inode, mtimeMs, readerState: null }, lines);
    tools.onBatch(batch, size, batch.records.length);
  };
  for (const [index, record] of records.entries()) {
    batcher.add(record);
    if (batcher.pending() < batchRecords) continue;
    // On the thread that also follows the other logs, they get their turn.
    await (tools.waitForCapacity ?? nextTurn)();
    // Until its end, the document counts as unread: after a kill, all of it is read again.
    take(0, 0, index + 1);
  }
  take(facts.size, facts.mtimeMs, records.length);
}
