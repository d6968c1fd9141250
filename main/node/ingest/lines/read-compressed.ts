import { Readable } from 'node:stream';
import type { LineStream } from '../../../../shared/sources/streams.ts';
import { fingerprintBytes, hashBytes, readAt, type FileFacts, type SeenFile } from '../discovery/file-identity.ts';
import { batchRecords, type FileToRead, type ReadResult, type ReadTools } from '../file-reading.ts';
import { createLineBatcher } from './line-batcher.ts';
import { lineToolsOf } from './line-tools.ts';
import { createLineReader, type LineReader } from './line-reader.ts';
import { readSideTexts } from '../side-texts.ts';
import type { OpenFile } from '../open-file.ts';
import { decodeZstd } from './zstd-decoder.ts';

const chunkBytes = 256 * 1024;

/** Reads a compressed log as a whole whenever it has changed; its cursor counts compressed bytes. */
export async function readCompressed(
  handle: OpenFile,
  file: FileToRead<LineStream>,
  facts: FileFacts,
  tools: ReadTools,
): Promise<ReadResult> {
  const head = await readAt(handle, 0, Math.min(fingerprintBytes, facts.size));
  const batcher = createLineBatcher(file, null, await readSideTexts(file.stream, file.path, tools));
  const lines = createLineReader({
    buffer: tools.buffer,
    offset: 0,
    tools: lineToolsOf(file.stream),
    onLine: batcher.addLine,
    onDamagedLine: batcher.addDamagedLine,
  });
  const emitBatch = (offset: number): void => {
    const batch = batcher.take(
      {
        position: { kind: 'offset', offset, headHash: hashBytes(head), headBytes: head.length },
        inode: facts.inode,
        mtimeMs: facts.mtimeMs,
      },
      lines.lines(),
      lines.tooLongLines(),
    );
    tools.onBatch(batch, offset, batch.records.length);
  };
  const seen: SeenFile = { ...facts, tailHash: null };
  try {
    const openAt = (start: number): Readable => Readable.from(readChunks(handle, start), { objectMode: false });
    for await (const chunk of decodeZstd({ size: facts.size, openAt })) {
      await tools.waitForCapacity?.();
      if (tools.shouldStop()) return { kind: 'stopped' };
      fill(lines, chunk);
      // Until the end is reached, the cursor stays at the beginning: after a restart, the whole file is read again.
      if (batcher.pending() >= batchRecords) emitBatch(0);
    }
  } catch {
    return { kind: 'failed', reason: 'damaged-compression', seen };
  }
  const unfinished = lines.unfinishedRecord();
  if (unfinished !== null) batcher.addUnfinished(unfinished);
  emitBatch(facts.size);
  return { kind: 'read', seen };
}

/** A file handle's own read stream can be used only once: a second one of the same handle never yields anything. */
async function* readChunks(handle: OpenFile, start: number): AsyncGenerator<Buffer> {
  for (let position = start; ;) {
    const chunk = await readAt(handle, position, chunkBytes);
    if (chunk.length === 0) return;
    position += chunk.length;
    yield chunk;
  }
}

function fill(lines: LineReader, chunk: Buffer): void {
  for (let done = 0; done < chunk.length;) {
    const copied = chunk.copy(lines.space(), 0, done);
    lines.advance(copied);
    done += copied;
  }
}
