import { extraStoreRoots, storeRoots, type Store } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const store: Store = { path: ['.continue', 'sessions'], variables: ['CONTINUE_GLOBAL_DIR'] };

/** Where Continue keeps its sessions: `sessions` in `CONTINUE_GLOBAL_DIR`, else in `.continue` in the home. See README.md. */
export function continueRoots(host: HostEnvironment): readonly LogRoot[] {
  return storeRoots(host, store);
}

/** Where to look in a folder that the person specified: the sessions, Continue's own folder, or a home. */
export function continueExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraStoreRoots(folder, platform, store);
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
