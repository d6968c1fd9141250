import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './paths.ts';

/**
 * Whether a build's `outputs` are missing or older than the newest of its `inputs` (files, or folders with everything in
 * them; a folder's own modification time reveals removed files). Paths are relative to the repository.
 */
export function isStale(outputs: readonly string[], inputs: readonly string[]): boolean {
  const oldestOutput = Math.min(...outputs.map((path) => modifiedAtMs(path) ?? -Infinity));
  return inputs.some((path) => newestMs(path) > oldestOutput);
}

function newestMs(path: string): number {
  const own = modifiedAtMs(path) ?? -Infinity;
  let entries;
  try {
    entries = readdirSync(join(repositoryRoot, path), { withFileTypes: true });
  } catch {
    return own;
  }
  return Math.max(
    own,
    ...entries.map((entry) => {
      const inner = join(path, entry.name);
      return entry.isDirectory() ? newestMs(inner) : (modifiedAtMs(inner) ?? -Infinity);
    }),
  );
}

function modifiedAtMs(path: string): number | null {
  return statSync(join(repositoryRoot, path), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
