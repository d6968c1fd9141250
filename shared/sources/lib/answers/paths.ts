import type { HostEnvironment, LogRoot } from '../../source.ts';
import { dataFolderIn } from '../roots.ts';

/** Where to look in a folder that the person specified: the data folder of that name, or a home. */
export function extraAnswerRoots(
  folder: string,
  platform: HostEnvironment['platform'],
  name: string,
): readonly LogRoot[] {
  return [folder, dataFolderIn(platform, folder, name)].map((path) => ({ path, origin: 'settings' }));
}

/** Only the folders that lead to old messages: beside them are copies of whole projects, and secrets. */
export function isAnswerFolder(relativePath: string): boolean {
  return /^storage(?:\/message(?:\/[^/]+)?)?$/.test(relativePath);
}

/** Whether a file is a message from before the database. */
export function isAnswerFile(relativePath: string): boolean {
  return /^storage\/message\/[^/]+\/msg_[^/]+\.json$/.test(relativePath);
}
