import type { LineStream } from '../../../../shared/sources/streams.ts';
import {
  fingerprintBytes,
  hashBytes,
  planRead,
  readAt,
  readTail,
  toOffsetCursor,
  type FileFacts,
} from '../discovery/file-identity.ts';
import { batchBytes, batchRecords, type FileToRead, type ReadResult, type ReadTools } from '../file-reading.ts';
import { createLineBatcher } from './line-batcher.ts';
import { lineToolsOf } from './line-tools.ts';
import { createLineReader } from './line-reader.ts';
import { readSideTexts } from '../side-texts.ts';
import type { OpenFile } from '../open-file.ts';

/**
 * Reads an open log file from its cursor, or from its beginning, up to the size in `facts`. Rejects when the system
 * cannot read it.
 */
export async function readPlain(
  handle: OpenFile,
  file: FileToRead<LineStream>,
  facts: FileFacts,
  tools: ReadTools,
): Promise<ReadResult> {
  const cursor = toOffsetCursor(file.cursor);
  const plan = cursor === null ? 'restart' : await planRead(handle, facts, cursor, file.seen);
  const from = plan === 'restart' ? null : cursor;
  const start = from?.position.offset ?? 0;
  const batcher = createLineBatcher(file, from, await readSideTexts(file.stream, file.path, tools));
  const lines = createLineReader({
    buffer: tools.buffer,
    offset: start,
    tools: lineToolsOf(file.stream),
    onLine: batcher.addLine,
    onDamagedLine: batcher.addDamagedLine,
  });
  let head = start === 0 ? null : await readAt(handle, 0, fingerprintBytes);
  let position = start;
  let emittedTo = start;

  const emitBatch = (): void => {
    const headBytes = Math.min(fingerprintBytes, lines.offset(), head?.length ?? 0);
    const headHash = hashBytes((head ?? Buffer.alloc(0)).subarray(0, headBytes));
    const batch = batcher.take(
      {
        position: { kind: 'offset', offset: lines.offset(), headHash, headBytes },
        inode: facts.inode,
        mtimeMs: facts.mtimeMs,
      },
      lines.lines(),
      lines.tooLongLines(),
    );
    tools.onBatch(batch, position - emittedTo, batch.records.length);
    emittedTo = position;
  };

  while (position < facts.size) {
    await tools.waitForCapacity?.();
    if (tools.shouldStop()) {
      emitBatch();
      return { kind: 'stopped' };
    }
    const space = lines.space();
    const bytesRead = await handle.read(space, Math.min(space.length, facts.size - position), position);
    if (bytesRead === 0) break;
    head ??= Buffer.from(space.subarray(0, Math.min(fingerprintBytes, bytesRead)));
    position += bytesRead;
    lines.advance(bytesRead);
    if (position - emittedTo >= batchBytes || batcher.pending() >= batchRecords) emitBatch();
  }
  const unfinished = lines.unfinishedRecord();
  if (unfinished !== null) batcher.addUnfinished(unfinished);
  emitBatch();
  // Only for files that were being appended to: those are checked again and again.
  const tailHash = start > 0 && lines.offset() > 0 ? hashBytes(await readTail(handle, lines.offset())) : null;
  return { kind: 'read', seen: { ...facts, tailHash } };
}
