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

/** Whether a file is a log of the source, compressed or not; the path is relative to the root, with `/`. */
export function isLogOf(source: Source, relativePath: string): boolean {
  return source.isLogFile(toPlainPath(relativePath));
}
