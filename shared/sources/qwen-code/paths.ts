import { extraStoreRoots, storeRoots, type Store } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const store: Store = { path: ['.qwen', 'projects'], variables: ['QWEN_RUNTIME_DIR', 'QWEN_HOME'] };

/**
 * Where Qwen Code keeps its chats: `projects` below `QWEN_RUNTIME_DIR`, else below `QWEN_HOME`, else below `.qwen` in the
 * home. See README.md.
 */
export function qwenCodeRoots(host: HostEnvironment): readonly LogRoot[] {
  return storeRoots(host, store);
}

/** Where to look in a folder that the person specified: a `projects` folder, Qwen Code's own, or a home. */
export function qwenCodeExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraStoreRoots(folder, platform, store);
}

/** Chats are in `<project>/chats`; beside them are memories and other state. */
export function isQwenCodeFolder(relativePath: string): boolean {
  return /^[^/]+(?:\/chats)?$/.test(relativePath);
}

/** Whether a file is a chat. */
export function isQwenCodeLog(relativePath: string): boolean {
  return /^[^/]+\/chats\/[^/]+\.jsonl$/.test(relativePath);
}
