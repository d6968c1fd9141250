import { findStream, type Stream } from '../../../../shared/sources/streams.ts';
import type { Source } from '../../../../shared/sources/source.ts';

const compressedEnding = '.zst';

/** Whether the file's content is compressed with Zstandard, as Codex does with logs that have gone cold. */
export function isCompressed(path: string): boolean {
  return path.endsWith(compressedEnding);
}

/** The name that a log has, or had, before compression. */
export function toPlainPath(path: string): string {
  return isCompressed(path) ? path.slice(0, -compressedEnding.length) : path;
}

/** The name that a log has once it is compressed. */
export function toCompressedPath(path: string): string {
  return path + compressedEnding;
}

/** The stream of a source to which a file belongs, compressed or not; null when it is no log. The path is relative to the root, with `/`. */
export function findLogStream(source: Source, relativePath: string): Stream | null {
  return findStream(source.streams, toPlainPath(relativePath));
}
