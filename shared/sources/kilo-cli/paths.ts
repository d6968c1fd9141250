import { extraAnswerRoots } from '../lib/answers/paths.ts';
import { withOtherHomes } from '../lib/paths.ts';
import { dataFolderIn, dataRoot } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const name = 'kilo';

/** Where Kilo keeps its data. See README.md. */
export function kiloRoots(host: HostEnvironment): readonly LogRoot[] {
  return withOtherHomes(host, [dataRoot(host, name)], (home) => [dataFolderIn(host.platform, home, name)]);
}

/** Where to look in a folder that the person specified: a data folder, or a home. */
export function kiloExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraAnswerRoots(folder, platform, name);
}

/** Whether a file is Kilo's database, or that of one of its channel builds. */
export function isKiloDatabase(relativePath: string): boolean {
  return /^kilo(?:-[\w.-]+)?\.db$/.test(relativePath);
}
