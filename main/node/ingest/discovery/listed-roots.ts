import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FolderList, HostEnvironment, Source } from '../../../../shared/sources/source.ts';
import { noGuests } from '../../system/guest-systems.ts';
import { openFile } from '../open-file.ts';
import type { SourceRoot } from './discover-logs.ts';
import { createSleepCheck } from './sleeping-links.ts';
import { toSourceRoots, type ExtraFolder } from './source-roots.ts';

/** A list of some hundred folders takes some ten kilobytes; a larger file is not one. */
const maxBytes = 1024 * 1024;

/** The latest folders of a list that are looked at: each root is watched. */
const maxFolders = 100;

/**
 * All roots: those of `toSourceRoots`, then those in the agents' own lists, which are read again each time. A folder that
 * is asleep (in another system on this machine that does not run) is left out, since a look at it would start the system.
 */
export async function findSourceRoots(
  sources: readonly Source[],
  host: HostEnvironment,
  extraFolders: readonly ExtraFolder[],
  isAsleep: (path: string) => boolean = noGuests.isAsleep,
): Promise<readonly SourceRoot[]> {
  const known = toSourceRoots(sources, host, extraFolders);
  const check = createSleepCheck(isAsleep);
  const listed = (await Promise.all(sources.map((source) => findListedRoots(source, host, check)))).flat();
  const isKnown = ({ source, root }: SourceRoot): boolean =>
    known.some((each) => each.source === source && each.root.path === root.path);
  return [...known, ...listed.filter((each) => !isKnown(each))];
}

/** The folders of an agent's own list that hold a log of it; none when it has no list. Never rejects. */
async function findListedRoots(
  source: Source,
  host: HostEnvironment,
  isAsleep: (path: string) => Promise<boolean>,
): Promise<readonly SourceRoot[]> {
  const { folderList } = source;
  if (folderList === undefined) return [];
  const found: SourceRoot[] = [];
  for (const file of folderList.files(host)) {
    const folders = new Set(folderList.readFolders(await readSmallFile(file), host.platform));
    for (const path of [...folders].slice(0, maxFolders)) {
      if ((await isAsleep(path)) || !(await holdsLog(path, folderList))) continue;
      found.push({ source, root: { path, origin: basename(file) }, device: null });
    }
  }
  return found;
}

/** Whether it is a folder with a log in it, both of them real: a link could lead to anything. */
async function holdsLog(folder: string, { log }: FolderList): Promise<boolean> {
  try {
    return (await lstat(folder)).isDirectory() && (await lstat(join(folder, log))).isFile();
  } catch {
    return false;
  }
}

/** The text of a file; empty when it cannot be read, is too large or is no file. */
async function readSmallFile(path: string): Promise<string> {
  try {
    const file = await openFile(path);
    try {
      const stats = await file.stat();
      if (!stats.isFile() || stats.size > maxBytes) return '';
      const bytes = Buffer.alloc(stats.size);
      return bytes.toString('utf8', 0, await file.read(bytes, stats.size, 0));
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
