import { extraStoreRoots, storeRoots, type Store } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const store: Store = { path: ['.letta', 'lc-local-backend', 'conversations'], variables: [] };

/** Where Letta Code keeps the conversations of its local backend, on every system. See README.md. */
export function lettaRoots(host: HostEnvironment): readonly LogRoot[] {
  return storeRoots(host, store);
}

/** Where to look in a folder that the person specified: the conversations, the folder around them, or a home. */
export function lettaExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraStoreRoots(folder, platform, store);
}

/** A conversation is a folder directly below the root. */
export function isLettaFolder(relativePath: string): boolean {
  return !relativePath.includes('/');
}

/** Whether a file holds the messages of a conversation. */
export function isLettaConversation(relativePath: string): boolean {
  return /^[^/]+\/messages\.jsonl$/.test(relativePath);
}
