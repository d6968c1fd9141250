import { joinPath, withOtherHomes } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

/** Where imported history is kept: a folder for each tool in our data folder, or in `.fuelgauge` in the home without one. */
export function historyRoots(host: HostEnvironment): readonly LogRoot[] {
  const { dataFolder, platform, home } = host;
  const toRoot = (folder: string): string => joinPath(platform, folder, 'imports', 'history');
  const own = { path: toRoot(dataFolder ?? joinPath(platform, home, '.fuelgauge')), origin: 'imported' };
  return withOtherHomes(host, [own], (other) => [toRoot(joinPath(platform, other, '.fuelgauge'))]);
}

/** A folder from the settings with imports of another machine. */
export function historyExtraRoots(folder: string): readonly LogRoot[] {
  return [{ path: folder, origin: 'settings' }];
}

/** Whether imports are in a folder below the root: `<tool>/<folder>`. */
export function isHistoryFolder(relativePath: string): boolean {
  return /^[^/]+(\/[^/]+)?$/.test(relativePath);
}

/** Whether a file is an import. */
export function isHistoryFile(relativePath: string): boolean {
  return /^[^/]+\/[^/]+\/[^/]+\.jsonl$/.test(relativePath);
}
