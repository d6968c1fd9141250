import type { Source } from '../../../../shared/sources/source.ts';
import type { Stream } from '../../../../shared/sources/streams.ts';

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

/**
 * The stream of a source to which a file belongs; null when it is no log. The path is relative to the root, with `/`.
 * Files of lines may be compressed.
 */
export function findLogStream({ streams }: Source, relativePath: string): Stream | null {
  const plainPath = toPlainPath(relativePath);
  return streams.find((stream) => stream.matches(stream.kind === 'lines' ? plainPath : relativePath)) ?? null;
}

/** Whether a folder may hold logs of a source; the path is relative to the root, with `/`. */
export function mayHoldLogs(source: Source, relativePath: string): boolean {
  return source.isLogFolder?.(relativePath) ?? true;
}
