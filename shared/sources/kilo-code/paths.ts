import { extraTaskKeeperRoots, taskRoots, type TaskKeeper } from '../lib/editor-tasks/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const keeper: TaskKeeper = { extension: 'kilocode.kilo-code', commandLine: ['.kilocode', 'cli', 'global', 'tasks'] };

/** Where Kilo Code keeps its tasks: in the storage of every editor, and where its first command line did. See README.md. */
export function kiloCodeRoots(host: HostEnvironment): readonly LogRoot[] {
  return taskRoots(host, keeper);
}

/** Where to look in a folder that the person specified: a storage that was configured, an editor's data, or a home. */
export function kiloCodeExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraTaskKeeperRoots(folder, platform, keeper);
}
