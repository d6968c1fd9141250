import { createChunkMemory } from './chunk-memory.ts';

const chunkBytes = 1024 * 1024;
/**
 * How long chunk memory is kept after the last read. Agents append several times a minute, and V8 collects all garbage
 * whenever enough of this memory was allocated: released after each read, it cost more than the reading.
 */
const keepChunksMs = 30_000;

/** Memory for the chunks of files that are being read. */
export interface ChunkPool {
  take(): Buffer;
  release(chunk: Buffer): void;
  /** Nothing is being read: releases the memory after a while, unless it is called again before. */
  rest(): void;
}

function createChunkPool(): ChunkPool {
  let chunks: Buffer[] = [];
  let release: NodeJS.Timeout | null = null;
  return {
    take: () => chunks.pop() ?? createChunkMemory(chunkBytes),
    release: (chunk) => void chunks.push(chunk),
    rest() {
      if (chunks.length === 0) return;
      release ??= setTimeout(() => {
        release = null;
        chunks = [];
      }, keepChunksMs).unref();
      release.refresh();
    },
  };
}

/** Shared by all readers on this thread: an ingest that stops leaves its memory to the next one. */
export const chunkPool: ChunkPool = createChunkPool();
