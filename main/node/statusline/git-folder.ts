import { statSync } from 'node:fs';
import path from 'node:path';
import { readSmallFile } from './small-files.ts';

/** A repository as its own files describe it, without git. */
export interface GitFolder {
  /** The folder that holds `.git`. */
  readonly root: string;
  /** Where this worktree's `HEAD` is. */
  readonly gitFolder: string;
  readonly branch: string | null;
  readonly commit: string | null;
  readonly worktree: string | null;
}

const maxDepth = 64;
const maxBytes = 4_096;

/** The repository around a folder; null when there is none or it cannot be read. Never throws. */
export function readGitFolder(folder: string): GitFolder | null {
  let current = folder;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    const gitFolder = findGitFolder(path.join(current, '.git'), current);
    if (gitFolder !== null) return toRepository(current, gitFolder);
    const parent = path.dirname(current);
    if (parent === current) return null;
    current = parent;
  }
  return null;
}

/** `.git` is a folder, or in worktrees and submodules a file that names one. */
function findGitFolder(place: string, root: string): string | null {
  try {
    const found = statSync(place, { throwIfNoEntry: false });
    if (found === undefined) return null;
    if (found.isDirectory()) return place;
  } catch {
    return null;
  }
  const [, named] = /^gitdir: ([^\n\r]+)/.exec(readSmallFile(place, maxBytes) ?? '') ?? [];
  return named === undefined ? null : path.resolve(root, named);
}

function toRepository(root: string, gitFolder: string): GitFolder | null {
  const head = readSmallFile(path.join(gitFolder, 'HEAD'), maxBytes)?.trim() ?? '';
  const [, branch] = /^ref: refs\/heads\/(.+)$/.exec(head) ?? [];
  const [commit] = /^[0-9a-f]{7}(?=[0-9a-f]{33,57}$)/.exec(head) ?? [];
  if (branch === undefined && commit === undefined) return null;
  const [, worktree] = /[\\/]worktrees[\\/]([^\\/]+)[\\/]*$/.exec(gitFolder) ?? [];
  return { root, gitFolder, branch: branch ?? null, commit: commit ?? null, worktree: worktree ?? null };
}
