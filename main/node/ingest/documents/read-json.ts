import type { ReadFailure } from '../../../../shared/domain/failures.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { createJsonCondenser, keptEndBytes, keptTextBytes } from '../condense-json.ts';
import type { DocumentFields, DocumentStream } from '../../../../shared/sources/streams.ts';
import type { OpenFile } from '../open-file.ts';
import { createFieldSelector } from './select-fields.ts';

/**
 * A larger document is never held in memory in full: what its stream does not name is left out, and long texts are
 * shortened, while it is read.
 */
export const heldBytes = 8 * 1024 * 1024;

/** A document that is still larger after shortening is not read. */
export const maxDocumentBytes = 64 * 1024 * 1024;

/** Why a document could not be read. */
export type DocumentFailure = Extract<ReadFailure, 'too-large' | 'incomplete-json'>;

/**
 * Parses the JSON in the first `size` bytes of a file; fails when it is invalid or too large. Of a large one, only
 * `fields` may be there; of a private one, nothing else is. `buffer` is memory for one chunk. Rejects when the system cannot read the file.
 */
export async function readJson(
  handle: OpenFile,
  size: number,
  buffer: Buffer,
  { fields, isPrivate }: Pick<DocumentStream, 'fields' | 'isPrivate'> = {},
): Promise<Result<unknown, DocumentFailure>> {
  const isHeld = size <= heldBytes && isPrivate !== true;
  const bytes = isHeld ? await readWhole(handle, size) : await readCondensed(handle, size, buffer, fields);
  if (bytes === null) return fail('too-large');
  try {
    return ok(JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')));
  } catch {
    return fail('incomplete-json');
  }
}

async function readWhole(handle: OpenFile, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const count = await handle.read(bytes.subarray(filled), size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

async function readCondensed(
  handle: OpenFile,
  size: number,
  buffer: Buffer,
  fields: DocumentFields | undefined,
): Promise<Buffer | null> {
  const condenser = createJsonCondenser(maxDocumentBytes, keptTextBytes, keptEndBytes);
  const target = fields === undefined ? condenser : createFieldSelector(fields, condenser);
  for (let position = 0; position < size;) {
    const count = await handle.read(buffer, Math.min(buffer.length, size - position), position);
    if (count === 0) break;
    target.feed(buffer, 0, count);
    position += count;
  }
  return condenser.take();
}
