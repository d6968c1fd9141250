import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createFileBatcher, type CursorPlace } from './file-batcher.ts';
import { fingerprintBytes, hashBytes, readAt, type FileFacts, type SeenFile } from './file-identity.ts';
import { batchRecords, type FileToRead, type ReadResult, type ReadTools } from './file-reading.ts';
import { createLineReader, type LineReader } from './line-reader.ts';
import { decodeZstd } from './zstd-decoder.ts';

/** A compressed log is read as a whole whenever it changed; its cursor counts compressed bytes. */
export async function readCompressed(
  handle: FileHandle,
  file: FileToRead,
  facts: FileFacts,
  tools: ReadTools,
): Promise<ReadResult> {
  const head = await readAt(handle, 0, Math.min(fingerprintBytes, facts.size));
  const batcher = createFileBatcher(file.path, file.source, null);
  const lines = createLineReader({
    buffer: tools.buffer,
    offset: 0,
    findNeedle: tools.findNeedle,
    onLine: batcher.addLine,
  });
  const handOver = (offset: number): void => {
    const place: CursorPlace = {
      offset,
      inode: facts.inode,
      headHash: hashBytes(head),
      headBytes: head.length,
      mtimeMs: facts.mtimeMs,
    };
    tools.onBatch(batcher.take(place, lines.lines(), lines.tooLongLines()), offset);
  };
  const seen: SeenFile = { ...facts, tailHash: null };
  try {
    const openAt = (start: number): Readable => handle.createReadStream({ autoClose: false, start });
    for await (const chunk of decodeZstd({ size: facts.size, openAt })) {
      if (tools.shouldStop()) return { kind: 'stopped' };
      fill(lines, chunk);
      // Until the end is reached the cursor stays at the beginning: the next start reads it all again.
      if (batcher.pending() >= batchRecords) handOver(0);
    }
  } catch {
    return { kind: 'failed', reason: 'its compressed data is damaged', seen };
  }
  const unfinished = lines.unfinishedRecord();
  if (unfinished !== null) batcher.addUnfinished(unfinished);
  handOver(facts.size);
  return { kind: 'read', seen };
}

function fill(lines: LineReader, chunk: Buffer): void {
  for (let done = 0; done < chunk.length;) {
    const copied = chunk.copy(lines.space(), 0, done);
    lines.advance(copied);
    done += copied;
  }
}
