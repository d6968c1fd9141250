import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { toolFiles, type ImportKind, type ToolFile } from '../../../shared/imports/places/tool-files.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';

/** A file of another tool on this machine. */
export interface FoundFile {
  readonly tool: string;
  readonly kind: ImportKind;
  readonly file: string;
}

/**
 * The files that can be imported on this machine, one for each tool and kind. Only looks; opens nothing. Never rejects.
 */
export async function findImports(host: HostEnvironment): Promise<readonly FoundFile[]> {
  const found = await Promise.all(toolFiles.map((places) => findFile(places, host)));
  return found.filter((file) => file !== null);
}

async function findFile(places: ToolFile, host: HostEnvironment): Promise<FoundFile | null> {
  for (const place of places.paths(host)) {
    const file = places.names === undefined ? place : await findLatest(place, places.names);
    if (file !== null && (await isFile(file))) return { tool: places.tool, kind: places.kind, file };
  }
  return null;
}

/** The file whose name has the highest number. */
async function findLatest(folder: string, names: RegExp): Promise<string | null> {
  const entries = await readdir(folder).catch(() => []);
  const numbered = entries.flatMap((name) => {
    const version = names.exec(name)?.[1];
    return version === undefined ? [] : [{ name, version: Number(version) }];
  });
  const latest = numbered.sort((left, right) => right.version - left.version)[0];
  return latest === undefined ? null : path.join(folder, latest.name);
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
