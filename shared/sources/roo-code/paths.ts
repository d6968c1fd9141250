import { extraTaskKeeperRoots, taskRoots, type TaskKeeper } from '../lib/editor-tasks/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

const keeper: TaskKeeper = {
  extension: 'rooveterinaryinc.roo-cline',
  commandLine: ['.vscode-mock', 'global-storage', 'tasks'],
};

/** Where Roo Code keeps its tasks: in the storage of every editor, and where its command line does. See README.md. */
export function rooCodeRoots(host: HostEnvironment): readonly LogRoot[] {
  return taskRoots(host, keeper);
}

/** Where to look in a folder that the person specified: a storage that was configured, an editor's data, or a home. */
export function rooCodeExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraTaskKeeperRoots(folder, platform, keeper);
}
