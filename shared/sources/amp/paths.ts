import { joinPath, toFolder, withOtherHomes } from '../lib/paths.ts';
import { dataFolderIn, dataRoot, extraStoreRoots } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

/** The folders that lead to the threads from a home. */
const path = ['.local', 'share', 'amp', 'threads'] as const;

/**
 * Where Amp keeps its threads, on every system: `amp/threads` below `XDG_DATA_HOME`, else below `.local/share` in the
 * home. `AMP_DATA_DIR`, a convention of usage tools, replaces `amp`. See README.md.
 */
export function ampRoots(host: HostEnvironment): readonly LogRoot[] {
  return withOtherHomes(host, [ownRoot(host)], (home) => [dataFolderIn(host.platform, home, 'amp', 'threads')]);
}

/** Where to look in a folder that the person specified: the threads, Amp's data folder, or a home. */
export function ampExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraStoreRoots(folder, platform, { path });
}

/** Whether a file is a thread. */
export function isAmpThread(relativePath: string): boolean {
  return /^T-[^/]+\.json$/.test(relativePath);
}

function ownRoot(host: HostEnvironment): LogRoot {
  const data = toFolder(host, host.variables['AMP_DATA_DIR']);
  if (data === null) return dataRoot(host, 'amp', 'threads');
  return { path: joinPath(host.platform, data, 'threads'), origin: 'AMP_DATA_DIR' };
}
