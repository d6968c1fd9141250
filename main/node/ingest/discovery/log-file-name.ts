import type { Source } from '../../../../shared/sources/source.ts';
import type { Stream } from '../../../../shared/sources/streams.ts';

const compressedEnding = '.zst';

/** Whether the file is compressed with Zstandard, as an agent does with logs that are no longer in use. */
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
 * The stream of a source that a file belongs to; null when it is not a log. The path is relative to the root, with `/`.
 * Line-based files may be compressed.
 */
export function findLogStream({ streams }: Source, relativePath: string): Stream | null {
  const plainPath = toPlainPath(relativePath);
  return streams.find((stream) => stream.matches(stream.kind === 'lines' ? plainPath : relativePath)) ?? null;
}

/** Whether a folder may contain logs of a source; the path is relative to the root, with `/`. */
export function mayHoldLogs(source: Source, relativePath: string): boolean {
  return source.isLogFolder?.(relativePath) ?? true;
}
