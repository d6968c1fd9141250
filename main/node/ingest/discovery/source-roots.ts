import { sep } from 'node:path';
import type { HostEnvironment, Source } from '../../../../shared/sources/source.ts';
import type { LogFolder, SourceRoot } from './discover-files.ts';
import { isLogOf } from './log-file-name.ts';

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

/** The source whose log stands, or stood, at a path below one of the folders; undefined when it is none's. */
export function findSource(path: string, folders: readonly LogFolder[]): Source | undefined {
  for (const folder of folders) {
    const start = folder.path.endsWith(sep) ? folder.path : folder.path + sep;
    if (!path.startsWith(start)) continue;
    const relative = folder.prefix + path.slice(start.length).replaceAll(sep, '/');
    if (isLogOf(folder.source, relative)) return folder.source;
  }
  return undefined;
}
