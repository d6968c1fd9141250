import { joinPath, lastSegment, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

const sessions = 'session-state';

/** Where Copilot CLI keeps its sessions: `session-state` in `COPILOT_HOME`, else in `.copilot` in the home. See README.md. */
export function copilotCliRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  const configured = toFolder(host, host.variables['COPILOT_HOME']);
  return withoutRepeats(platform, [
    configured === null
      ? { path: sessionsBelow(platform, host.home), origin: 'default' }
      : { path: joinPath(platform, configured, sessions), origin: 'COPILOT_HOME' },
    ...host.otherHomes.map(({ path }) => ({ path: sessionsBelow(platform, path), origin: `home ${path}` })),
  ]);
}

/** Where to look in a folder that the person specified: the sessions, Copilot's own folder, or a home. */
export function copilotCliExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const origin = 'settings';
  if (lastSegment(folder) === sessions) return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, sessions), origin },
    { path: sessionsBelow(platform, folder), origin },
  ];
}

/** A session is a folder directly below the root; nothing inside it is entered. */
export function isCopilotCliFolder(relativePath: string): boolean {
  return !relativePath.includes('/');
}

/** Whether a file holds the events of a session; old builds had no folder for each. */
export function isCopilotCliEvents(relativePath: string): boolean {
  return /^[^/]+\/events\.jsonl$|^[^/]+\.jsonl$/.test(relativePath);
}

/** The session that a path names: by its folder, or in old builds by its name. */
export function toSessionName(path: string): string {
  const name = lastSegment(path).replace(/\.jsonl$/, '');
  return name === 'events' ? lastSegment(path.replace(/[\\/][^\\/]*$/, '')) : name;
}

function sessionsBelow(platform: Platform, home: string): string {
  return joinPath(platform, home, '.copilot', sessions);
}
