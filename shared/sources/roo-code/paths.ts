import { editorTaskRoots, extraTaskRoots } from '../lib/editor-tasks/paths.ts';
import { joinPath, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

const extension = 'rooveterinaryinc.roo-cline';

/** Where Roo Code keeps its tasks: in the storage of every editor, and where its command line does. See README.md. */
export function rooCodeRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform, home } = host;
  return withoutRepeats(platform, [
    ...editorTaskRoots(host, extension),
    commandLineRoot(platform, home, 'default'),
    ...host.otherHomes.map(({ path }) => commandLineRoot(platform, path, `home ${path}`)),
  ]);
}

/** Where to look in a folder that the person specified: a storage that was configured, an editor's data, or a home. */
export function rooCodeExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  return [...extraTaskRoots(folder, platform, extension), commandLineRoot(platform, folder, 'settings')];
}

function commandLineRoot(platform: Platform, home: string, origin: string): LogRoot {
  return { path: joinPath(platform, home, '.vscode-mock', 'global-storage', 'tasks'), origin };
}
