import { joinPath, lastSegment, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/** Where Continue keeps its sessions: `sessions` in `CONTINUE_GLOBAL_DIR`, else in `.continue` in the home. See README.md. */
export function continueRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  const configured = toFolder(host, host.variables['CONTINUE_GLOBAL_DIR']);
  return withoutRepeats(platform, [
    configured === null
      ? { path: sessionsBelow(platform, host.home), origin: 'default' }
      : { path: joinPath(platform, configured, 'sessions'), origin: 'CONTINUE_GLOBAL_DIR' },
    ...host.otherHomes.map(({ path }) => ({ path: sessionsBelow(platform, path), origin: `home ${path}` })),
  ]);
}

/** Where to look in a folder that the person specified: the sessions, Continue's own folder, or a home. */
export function continueExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const origin = 'settings';
  if (lastSegment(folder) === 'sessions') return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, 'sessions'), origin },
    { path: sessionsBelow(platform, folder), origin },
  ];
}

/** Whether a file is a session; the list of all sessions beside them is not. */
export function isContinueSession(relativePath: string): boolean {
  return /^[^/]+\.json$/.test(relativePath) && relativePath !== listName;
}

/** The list of all sessions, beside each of them. */
export function continueSideFiles(path: string): readonly string[] {
  return [path.replace(/[^\\/]*$/, listName)];
}

const listName = 'sessions.json';

function sessionsBelow(platform: Platform, home: string): string {
  return joinPath(platform, home, '.continue', 'sessions');
}
