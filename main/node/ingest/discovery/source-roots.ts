import { sep } from 'node:path';
import { journalRoots } from '../../../../shared/sources/lib/telemetry-journal.ts';
import type { HostEnvironment, Source } from '../../../../shared/sources/source.ts';
import type { Stream } from '../../../../shared/sources/streams.ts';
import type { LogFolder, SourceRoot } from './discover-logs.ts';
import { findLogStream, mayHoldLogs } from './log-file-name.ts';

/** A folder that the user added in the settings as another home of an agent. */
export interface ExtraFolder {
  readonly source: string;
  readonly path: string;
  /** The machine that its logs come from; omitted for this one. */
  readonly device?: string | undefined;
}

/** All roots of all sources, the user's own last, each path once per source. */
export function toSourceRoots(
  sources: readonly Source[],
  host: HostEnvironment,
  extraFolders: readonly ExtraFolder[],
): readonly SourceRoot[] {
  return sources.flatMap((source) => {
    const extra = extraFolders.filter((folder) => folder.source === source.id);
    const found = [
      ...[
        ...source.roots(host),
        ...(source.limitRoots?.(host) ?? []),
        ...(source.telemetry === undefined ? [] : journalRoots(source.id, host)),
      ].map((root) => ({
        source,
        root,
        device: findDevice(root.path, host),
      })),
      ...extra.flatMap(({ path, device }) =>
        source
          .extraRoots(path, host.platform)
          .map((root) => ({ source, root, device: device ?? findDevice(root.path, host) })),
      ),
    ];
    const byPath = new Map(found.map((each) => [each.root.path, each] as const).reverse());
    return found.filter((each) => byPath.get(each.root.path) === each);
  });
}

/** The device of the other home that a folder is in; null for this machine. */
function findDevice(path: string, { platform, otherHomes }: HostEnvironment): string | null {
  const separator = platform === 'win32' ? '\\' : '/';
  return otherHomes.find((home) => path.startsWith(home.path + separator))?.device ?? null;
}

/** The source that a log belongs to, which of its streams, and the machine it comes from (null for this one). */
export interface LogOwner {
  readonly source: Source;
  readonly stream: Stream;
  readonly device: string | null;
}

/** The owner of the log that is, or was, at a path below one of the folders; undefined when it is not a log. */
export function findOwner(path: string, folders: readonly LogFolder[]): LogOwner | undefined {
  for (const folder of folders) {
    const relative = toRelative(path, folder);
    const stream = relative === null ? null : findLogStream(folder.source, relative);
    if (stream !== null) return { source: folder.source, stream, device: folder.device };
  }
  return undefined;
}

/** Whether a folder may contain logs: it is one of these folders, or below one of them where its source looks. */
export function isLogFolder(path: string, folders: readonly LogFolder[]): boolean {
  return folders.some((folder) => {
    if (path === folder.path) return true;
    const relative = toRelative(path, folder);
    return relative !== null && mayHoldLogs(folder.source, relative);
  });
}

/** Converts a path below a folder to one relative to that folder's root, with `/`; null when it is elsewhere. */
function toRelative(path: string, folder: LogFolder): string | null {
  const start = folder.path.endsWith(sep) ? folder.path : folder.path + sep;
  return path.startsWith(start) ? folder.prefix + path.slice(start.length).replaceAll(sep, '/') : null;
}
