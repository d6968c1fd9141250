import { lastSegment } from '../lib/paths.ts';
import { extraStoreRoots, storeRoots, type Store } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const store: Store = { path: ['.copilot', 'session-state'], variables: ['COPILOT_HOME'] };

/** Where Copilot CLI keeps its sessions: `session-state` in `COPILOT_HOME`, else in `.copilot` in the home. See README.md. */
export function copilotCliRoots(host: HostEnvironment): readonly LogRoot[] {
  return storeRoots(host, store);
}

/** Where to look in a folder that the person specified: the sessions, Copilot's own folder, or a home. */
export function copilotCliExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraStoreRoots(folder, platform, store);
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
