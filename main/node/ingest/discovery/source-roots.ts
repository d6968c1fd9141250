import { sep } from 'node:path';
import type { HostEnvironment, Source } from '../../../../shared/sources/source.ts';
import type { Stream } from '../../../../shared/sources/streams.ts';
import type { LogFolder, SourceRoot } from './discover-logs.ts';
import { findLogStream, mayHoldLogs } from './log-file-name.ts';

/** A folder that the person named in the settings as one more home of an agent. */
export interface ExtraFolder {
  readonly source: string;
  readonly path: string;
}

/** All roots of all sources, the person's own last, each path once per source. */
export function toSourceRoots(
  sources: readonly Source[],
  host: HostEnvironment,
  extraFolders: readonly ExtraFolder[],
): readonly SourceRoot[] {
  return sources.flatMap((source) => {
    const extra = extraFolders.filter((folder) => folder.source === source.id);
    const roots = [...source.roots(host), ...extra.flatMap((folder) => source.extraRoots(folder.path, host.platform))];
    const byPath = new Map(roots.map((root) => [root.path, root] as const).reverse());
    return roots.filter((root) => byPath.get(root.path) === root).map((root) => ({ source, root }));
  });
}

/** Whose log a file is, and which stream of that source it belongs to. */
export interface LogOwner {
  readonly source: Source;
  readonly stream: Stream;
}

/** Whose log stands, or stood, at a path below one of the folders; undefined when it is no log. */
export function findOwner(path: string, folders: readonly LogFolder[]): LogOwner | undefined {
  for (const folder of folders) {
    const relative = toRelative(path, folder);
    const stream = relative === null ? null : findLogStream(folder.source, relative);
    if (stream !== null) return { source: folder.source, stream };
  }
  return undefined;
}

/** Whether logs may lie in a folder: it is one of these folders, or below one of them where its source looks. */
export function isLogFolder(path: string, folders: readonly LogFolder[]): boolean {
  return folders.some((folder) => {
    if (path === folder.path) return true;
    const relative = toRelative(path, folder);
    return relative !== null && mayHoldLogs(folder.source, relative);
  });
}

/** A path below a folder relative to that folder's root, with `/`; null when it lies elsewhere. */
function toRelative(path: string, folder: LogFolder): string | null {
  const start = folder.path.endsWith(sep) ? folder.path : folder.path + sep;
  return path.startsWith(start) ? folder.prefix + path.slice(start.length).replaceAll(sep, '/') : null;
}
