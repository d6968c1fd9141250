import { access } from 'node:fs/promises';

/**
 * The script of the engine's worker: next to this file in the sources, and in the bundle relative to wherever this file
 * ended up. Null where it is not installed, as in a copy of the command line alone.
 */
export async function findEngineScript(): Promise<URL | null> {
  const places = ['./engine-worker.ts', '../engine-worker.js', './engine-worker.js', './main/engine-worker.js'];
  for (const place of places.map((name) => new URL(name, import.meta.url))) {
    const isThere = await access(place).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return null;
}
