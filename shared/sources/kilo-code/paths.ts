import { editorTaskRoots, extraTaskRoots } from '../lib/editor-tasks/paths.ts';
import { joinPath, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

const extension = 'kilocode.kilo-code';

/** Where Kilo Code keeps its tasks: in the storage of every editor, and where its first command line did. See README.md. */
export function kiloCodeRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform, home } = host;
  return withoutRepeats(platform, [
    ...editorTaskRoots(host, extension),
    commandLineRoot(platform, home, 'default'),
    ...host.otherHomes.map(({ path }) => commandLineRoot(platform, path, `home ${path}`)),
  ]);
}

/** Where to look in a folder that the person specified: a storage that was configured, an editor's data, or a home. */
export function kiloCodeExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  return [...extraTaskRoots(folder, platform, extension), commandLineRoot(platform, folder, 'settings')];
}

function commandLineRoot(platform: Platform, home: string, origin: string): LogRoot {
  return { path: joinPath(platform, home, '.kilocode', 'cli', 'global', 'tasks'), origin };
}
