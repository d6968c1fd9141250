import { stat } from 'node:fs/promises';
import { heldBytes } from './documents/read-json.ts';
import type { FileToRead, ReadResult, ReadSink } from './file-reading.ts';
import { startScanWorkers, type ScanWorkers } from './threads/scan-workers.ts';

/** Reads large documents on a thread of their own: parsing one would hold up all other logs. */
export interface LargeDocuments {
  /** Null when the file is no large document, or when there is no such thread. */
  read(file: FileToRead, sink: ReadSink): Promise<ReadResult | null>;
  /** Ends the thread. Call it when nothing is being read. */
  rest(): void;
}

/** Builds it; the thread starts with the first large document. */
export function createLargeDocuments(start: () => Promise<ScanWorkers | null>): LargeDocuments {
  let thread: Promise<ScanWorkers | null> | null = null;
  return {
    async read(file, sink) {
      if (file.stream.kind !== 'document' || !(await isLarge(file.path))) return null;
      thread ??= start();
      return (await thread)?.read(file, sink) ?? null;
    },
    rest() {
      void thread?.then((started) => started?.close());
      thread = null;
    },
  };
}

/** One such thread: documents are read one after the other, which limits memory. */
export function startDocumentThread(): Promise<ScanWorkers | null> {
  return startScanWorkers(undefined, 1);
}

async function isLarge(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > heldBytes;
  } catch {
    return false;
  }
}
