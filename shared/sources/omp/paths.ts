import { joinPath, lastSegment, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/**
 * Where Oh My Pi keeps its sessions: below `.omp` in the home (`PI_CONFIG_DIR` renames that folder), with one more place
 * for every profile; on Linux and macOS also below `XDG_DATA_HOME`. See README.md.
 */
export function ompRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform, home, variables } = host;
  const renamed = variables['PI_CONFIG_DIR']?.trim() ?? '';
  return withoutRepeats(platform, [
    ...(renamed === ''
      ? rootsBelow(platform, joinPath(platform, home, '.omp'), 'default')
      : rootsBelow(platform, joinPath(platform, home, renamed), 'PI_CONFIG_DIR')),
    ...agentRoots(host),
    ...dataRoots(host),
    ...host.otherHomes.flatMap(({ path }) => rootsBelow(platform, joinPath(platform, path, '.omp'), `home ${path}`)),
  ]);
}

/** Where to look in a folder that the person specified: one for sessions, an agent's, Oh My Pi's own, or a home. */
export function ompExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const origin = 'settings';
  if (lastSegment(folder) === 'sessions') return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, 'sessions'), origin },
    ...rootsBelow(platform, folder, origin),
    ...rootsBelow(platform, joinPath(platform, folder, '.omp'), origin),
  ];
}

/**
 * Whether sessions may be in a folder: anywhere below a project's; below `profiles`, which is a root as well, only in a
 * profile's own sessions.
 */
export function isOmpFolder(relativePath: string): boolean {
  return isProjectPath(relativePath) || /^[^/]+(?:\/agent)?$/.test(relativePath) || isProfilePath(relativePath);
}

/** Whether a file is a session, or that of a subagent or an advisor in the folder beside it. */
export function isOmpSession(relativePath: string): boolean {
  if (!relativePath.endsWith('.jsonl')) return false;
  return isProjectPath(relativePath) || isProfilePath(relativePath) || !relativePath.includes('/');
}

/** A project's folder is the path from the home (`-proj`), from the root (`--a-b--`), or its name with a hash. */
function isProjectPath(relativePath: string): boolean {
  return /^(?:-|(?:home|tmp|abs)-[^/]*-[0-9a-f]{64}(?:\/|$))/.test(relativePath);
}

function isProfilePath(relativePath: string): boolean {
  return /^[^/]+\/(?:agent\/)?sessions(?:\/|$)/.test(relativePath);
}

function rootsBelow(platform: Platform, folder: string, origin: string): readonly LogRoot[] {
  return [
    { path: joinPath(platform, folder, 'agent', 'sessions'), origin },
    { path: joinPath(platform, folder, 'profiles'), origin },
  ];
}

/** Pi obeys the same variable: only a folder of Oh My Pi's own is surely its. */
function agentRoots(host: HostEnvironment): readonly LogRoot[] {
  const folder = toFolder(host, host.variables['PI_CODING_AGENT_DIR']);
  if (folder === null || !folder.split(/[\\/]/).includes('.omp')) return [];
  return [{ path: joinPath(host.platform, folder, 'sessions'), origin: 'PI_CODING_AGENT_DIR' }];
}

/** There, the folders `agent` are left out. */
function dataRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform, variables } = host;
  const xdg = platform === 'win32' ? null : toFolder(host, variables['XDG_DATA_HOME']);
  if (xdg === null) return [];
  const folder = joinPath(platform, xdg, 'omp');
  return [
    { path: joinPath(platform, folder, 'sessions'), origin: 'XDG_DATA_HOME' },
    { path: joinPath(platform, folder, 'profiles'), origin: 'XDG_DATA_HOME' },
  ];
}
