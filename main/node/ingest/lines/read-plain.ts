import { createFileBatcher, type CursorPlace } from '../threads/file-batcher.ts';
import { fingerprintBytes, hashBytes, planRead, readAt, readTail, type FileFacts } from '../discovery/file-identity.ts';
import { batchBytes, batchRecords, type FileToRead, type ReadResult, type ReadTools } from './file-reading.ts';
import { lineToolsOf } from './line-tools.ts';
import { createLineReader } from './line-reader.ts';
import type { OpenFile } from './open-file.ts';

/** Reads an open log file on from its cursor, or from its beginning, up to the size in `facts`. Rejects when the system cannot read it. */
export async function readPlain(
  handle: OpenFile,
  file: FileToRead,
  facts: FileFacts,
  tools: ReadTools,
): Promise<ReadResult> {
  const plan = file.cursor === undefined ? 'restart' : await planRead(handle, facts, file.cursor, file.seen);
  const from = plan === 'restart' || file.cursor === undefined ? null : file.cursor;
  const start = from?.offset ?? 0;
  const batcher = createFileBatcher(file.path, file.source, from);
  const lines = createLineReader({
    buffer: tools.buffer,
    offset: start,
    tools: lineToolsOf(file.source),
    onLine: batcher.addLine,
  });
  let head = start === 0 ? null : await readAt(handle, 0, fingerprintBytes);
  let position = start;
  let handedOver = start;

  const handOver = (): void => {
    const headBytes = Math.min(fingerprintBytes, lines.offset(), head?.length ?? 0);
    const place: CursorPlace = {
      offset: lines.offset(),
      inode: facts.inode,
      headHash: hashBytes((head ?? Buffer.alloc(0)).subarray(0, headBytes)),
      headBytes,
      mtimeMs: facts.mtimeMs,
    };
    const batch = batcher.take(place, lines.lines(), lines.tooLongLines());
    tools.onBatch(batch, position - handedOver, batch.records.length);
    handedOver = position;
  };

  while (position < facts.size) {
    await tools.mayGoOn?.();
    if (tools.shouldStop()) {
      handOver();
      return { kind: 'stopped' };
    }
    const space = lines.space();
    const bytesRead = await handle.read(space, Math.min(space.length, facts.size - position), position);
    if (bytesRead === 0) break;
    head ??= Buffer.from(space.subarray(0, Math.min(fingerprintBytes, bytesRead)));
    position += bytesRead;
    lines.advance(bytesRead);
    if (position - handedOver >= batchBytes || batcher.pending() >= batchRecords) handOver();
  }
  const unfinished = lines.unfinishedRecord();
  if (unfinished !== null) batcher.addUnfinished(unfinished);
  handOver();
  // Only for files that were being appended to: those are looked at again and again.
  const tailHash = start > 0 && lines.offset() > 0 ? hashBytes(await readTail(handle, lines.offset())) : null;
  return { kind: 'read', seen: { ...facts, tailHash } };
}
