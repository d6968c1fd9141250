import { lastSegment, toFolder, withOtherHomes } from '../lib/paths.ts';
import { extraStoreRoots, storeRoots, type Store } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const store: Store = { path: ['.factory', 'sessions'], variables: [] };

/**
 * Where Droid keeps its sessions: in `.factory` in the home, on every system. `DROID_SESSIONS_DIR`, a convention of usage
 * tools, names the folder itself.
 */
export function droidRoots(host: HostEnvironment): readonly LogRoot[] {
  const moved = toFolder(host, host.variables['DROID_SESSIONS_DIR']);
  const roots = storeRoots(host, store);
  if (moved === null) return roots;
  const others = roots.filter(({ origin }) => origin !== 'default');
  return withOtherHomes(
    { ...host, otherHomes: [] },
    [{ path: moved, origin: 'DROID_SESSIONS_DIR' }, ...others],
    () => [],
  );
}

/** Where to look in a folder that the person specified: the sessions, Droid's own folder, or a home. */
export function droidExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraStoreRoots(folder, platform, store);
}

/** Sessions are in folders named after their projects, in old builds directly in the root. */
export function isDroidFolder(relativePath: string): boolean {
  return !relativePath.includes('/');
}

/** Whether a file has the settings and the usage of a session; the conversation beside it is not opened. */
export function isDroidSession(relativePath: string): boolean {
  return /^(?:[^/]+\/)?[^/]+\.settings\.json$/.test(relativePath);
}

/** The session that a path names. */
export function toSessionId(path: string): string {
  return lastSegment(path).replace(/\.settings\.json$/, '');
}
