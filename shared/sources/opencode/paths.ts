import { extraAnswerRoots } from '../lib/answers/paths.ts';
import { toFolder, withOtherHomes } from '../lib/paths.ts';
import { dataFolderIn, dataRoot } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const name = 'opencode';

/**
 * Where OpenCode keeps its data. `OPENCODE_DATA_DIR` (a comma-separated list) is a convention of usage tools and replaces
 * its place in the home. See README.md.
 */
export function openCodeRoots(host: HostEnvironment): readonly LogRoot[] {
  const configured = configuredRoots(host);
  const own = configured.length > 0 ? configured : [dataRoot(host, name)];
  return withOtherHomes(host, own, (home) => [dataFolderIn(host.platform, home, name)]);
}

/** Where to look in a folder that the person specified: a data folder, or a home. */
export function openCodeExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraAnswerRoots(folder, platform, name);
}

/** Whether a file is OpenCode's database, or that of one of its channel builds. */
export function isOpenCodeDatabase(relativePath: string): boolean {
  return /^opencode(?:-[\w.-]+)?\.db$/.test(relativePath);
}

function configuredRoots(host: HostEnvironment): readonly LogRoot[] {
  return (host.variables['OPENCODE_DATA_DIR'] ?? '')
    .split(',')
    .map((entry) => toFolder(host, entry))
    .filter((folder) => folder !== null)
    .map((path) => ({ path, origin: 'OPENCODE_DATA_DIR' }));
}
