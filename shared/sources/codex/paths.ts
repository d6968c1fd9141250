import { askedFileName, askedRoots } from '../lib/asked-limits.ts';
import { fileStem, joinPath, lastSegment, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/** Live rollouts by day, and archived ones (flat). */
const rolloutFolders = ['sessions', 'archived_sessions'];

/** Where Codex keeps rollouts: below `CODEX_HOME`, else below `.codex` in the home. See README.md. */
export function codexRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  const configured = toFolder(host, host.variables['CODEX_HOME']);
  return withoutRepeats(platform, [
    ...(configured === null
      ? rootsBelow(platform, joinPath(platform, host.home, '.codex'), 'default')
      : rootsBelow(platform, configured, 'CODEX_HOME')),
    ...host.otherHomes.flatMap(({ path }) => rootsBelow(platform, joinPath(platform, path, '.codex'), `home ${path}`)),
  ]);
}

/**
 * Where to look in a folder that the person specified: a Codex home, a folder of rollouts or one that holds rollouts.
 */
export function codexExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const itself = { path: folder, origin: 'settings' };
  if (rolloutFolders.includes(lastSegment(folder))) return [itself];
  return [...rootsBelow(platform, folder, 'settings'), itself];
}

/** Whether a file below a root is a rollout, compressed or not. */
export function isCodexLog(relativePath: string): boolean {
  const name = lastSegment(relativePath);
  return (
    /\.jsonl(\.zst)?$/.test(name) &&
    name !== 'history.jsonl' &&
    name !== 'session_index.jsonl' &&
    name !== askedFileName
  );
}

/** The thread that a rollout's name identifies: the id at its end, else the whole name. */
export function threadIdOf(path: string): string {
  const stem = fileStem(path);
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(stem)?.[0] ?? stem;
}

function rootsBelow(platform: Platform, home: string, origin: string): readonly LogRoot[] {
  return rolloutFolders.map((folder) => ({ path: joinPath(platform, home, folder), origin }));
}

/** Where answers of the agent's own program are kept, if it was asked. */
export function codexLimitRoots(host: HostEnvironment): readonly LogRoot[] {
  return askedRoots('codex', 'codex app-server', host);
}
