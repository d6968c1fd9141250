import { joinPath, lastSegment, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/**
 * Where Amp keeps its threads, on every system: `amp/threads` below `XDG_DATA_HOME`, else below `.local/share` in the
 * home. `AMP_DATA_DIR`, a convention of usage tools, replaces `amp`. See README.md.
 */
export function ampRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  return withoutRepeats(platform, [
    ownRoot(host),
    ...host.otherHomes.map(({ path }) => ({ path: threadsBelow(platform, path), origin: `home ${path}` })),
  ]);
}

/** Where to look in a folder that the person specified: the threads, Amp's data folder, or a home. */
export function ampExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const origin = 'settings';
  if (lastSegment(folder) === 'threads') return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, 'threads'), origin },
    { path: threadsBelow(platform, folder), origin },
  ];
}

/** Whether a file is a thread. */
export function isAmpThread(relativePath: string): boolean {
  return /^T-[^/]+\.json$/.test(relativePath);
}

function ownRoot(host: HostEnvironment): LogRoot {
  const { platform, home, variables } = host;
  const data = toFolder(host, variables['AMP_DATA_DIR']);
  if (data !== null) return { path: joinPath(platform, data, 'threads'), origin: 'AMP_DATA_DIR' };
  const xdg = toFolder(host, variables['XDG_DATA_HOME']);
  if (xdg !== null) return { path: joinPath(platform, xdg, 'amp', 'threads'), origin: 'XDG_DATA_HOME' };
  return { path: threadsBelow(platform, home), origin: 'default' };
}

function threadsBelow(platform: Platform, home: string): string {
  return joinPath(platform, home, '.local', 'share', 'amp', 'threads');
}
