import { joinPath, withOtherHomes } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

/**
 * Where imported usage is kept: Cursor's own files hold none (README.md). Where Fuelgauge keeps no data, it is looked for
 * in `.fuelgauge` in the home, as in those of other systems.
 */
export function cursorRoots(host: HostEnvironment): readonly LogRoot[] {
  const { dataFolder, platform, home } = host;
  const toRoot = (folder: string): string => joinPath(platform, folder, 'imports', 'cursor');
  const own = { path: toRoot(dataFolder ?? joinPath(platform, home, '.fuelgauge')), origin: 'imported' };
  return withOtherHomes(host, [own], (other) => [toRoot(joinPath(platform, other, '.fuelgauge'))]);
}

/** A folder from the settings with imports of another machine. */
export function cursorExtraRoots(folder: string): readonly LogRoot[] {
  return [{ path: folder, origin: 'settings' }];
}

/** Whether imports are in a folder below the root: in those that the root holds. */
export function isImportFolder(relativePath: string): boolean {
  return /^[^/]+$/.test(relativePath);
}

/** Whether a file is an import. */
export function isImport(relativePath: string): boolean {
  return /^[^/]+\/[^/]+\.jsonl$/.test(relativePath);
}
