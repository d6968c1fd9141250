import { extraStoreRoots, storeRoots, type Store } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const store: Store = { path: ['.grok', 'sessions'], variables: ['GROK_HOME'] };

/** Where Grok Build keeps its sessions: `sessions` below `GROK_HOME`, else below `.grok` in the home. See README.md. */
export function grokBuildRoots(host: HostEnvironment): readonly LogRoot[] {
  return storeRoots(host, store);
}

/** Where to look in a folder that the person specified: a `sessions` folder, Grok Build's own, or a home. */
export function grokBuildExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraStoreRoots(folder, platform, store);
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
