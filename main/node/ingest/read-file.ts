import { needsRead, toFileFacts, toKnown } from './discovery/file-identity.ts';
import { isMissing, toReadFailure } from './discovery/file-problem.ts';
import type { FileToRead, ReadResult, ReadTools } from './file-reading.ts';
import { isCompressed } from './discovery/log-file-name.ts';
import { readDatabase } from './databases/read-database.ts';
import { readDocument } from './documents/read-document.ts';
import { readCompressed } from './lines/read-compressed.ts';
import type { OpenFile } from './open-file.ts';
import { readPlain } from './lines/read-plain.ts';

/**
 * Reads what is new in a log file, up to its current size. Never throws because of the file, and never locks it: Node
 * opens files so that others can continue to write, rename and delete them.
 */
export async function readLogFile(file: FileToRead, tools: ReadTools): Promise<ReadResult> {
  const { stream } = file;
  // SQLite's locks are released when any other handle of the same file is closed: there must be none.
  if (stream.kind === 'database') return readDatabase({ ...file, stream }, tools);
  let handle: OpenFile;
  try {
    handle = await tools.open(file.path);
  } catch (error) {
    return isMissing(error) ? { kind: 'gone' } : { kind: 'failed', reason: toReadFailure(error), seen: undefined };
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { kind: 'failed', reason: 'not-a-file', seen: undefined };
    const facts = toFileFacts(stats);
    if (!needsRead({ path: file.path, facts, known: toKnown(file.cursor), seen: file.seen })) {
      return { kind: 'unchanged', seen: file.seen ?? { ...facts, tailHash: null } };
    }
    if (stream.kind === 'document') return await readDocument(handle, { ...file, stream }, tools);
    const lineFile = { ...file, stream };
    if (isCompressed(file.path)) return await readCompressed(handle, lineFile, facts, tools);
    return await readPlain(handle, lineFile, facts, tools);
  } catch (error) {
    return { kind: 'failed', reason: toReadFailure(error), seen: undefined };
  } finally {
    await close(handle);
  }
}

/** A failure to close loses nothing: the file was only read. */
async function close(handle: OpenFile): Promise<void> {
  try {
    await handle.close();
  } catch {
    return;
  }
}
