import { joinPath, lastSegment, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/** Where Grok Build keeps its sessions: `sessions` below `GROK_HOME`, else below `.grok` in the home. See README.md. */
export function grokBuildRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  const moved = toFolder(host, host.variables['GROK_HOME']);
  return withoutRepeats(platform, [
    moved === null
      ? { path: sessionsBelow(platform, host.home), origin: 'default' }
      : { path: joinPath(platform, moved, 'sessions'), origin: 'GROK_HOME' },
    ...host.otherHomes.map(({ path }) => ({ path: sessionsBelow(platform, path), origin: `home ${path}` })),
  ]);
}

/** Where to look in a folder that the person specified: a `sessions` folder, Grok Build's own, or a home. */
export function grokBuildExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const origin = 'settings';
  if (lastSegment(folder) === 'sessions') return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, 'sessions'), origin },
    { path: sessionsBelow(platform, folder), origin },
  ];
}

/** A session's folder is in one for its working folder. */
export function isGrokBuildFolder(relativePath: string): boolean {
  return /^[^/]+(?:\/[^/]+)?$/.test(relativePath);
}

/** Whether a file is what a session sent to its surface. */
export function isGrokBuildLog(relativePath: string): boolean {
  return /^[^/]+\/[^/]+\/updates\.jsonl$/.test(relativePath);
}

/** The folder of a log's session. */
export function sessionFolderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '');
}

/** The file that describes a log's session. */
export function sideFilesOf(path: string): readonly string[] {
  return [`${sessionFolderOf(path)}${path.includes('\\') ? '\\' : '/'}summary.json`];
}

function sessionsBelow(platform: Platform, home: string): string {
  return joinPath(platform, home, '.grok', 'sessions');
}
