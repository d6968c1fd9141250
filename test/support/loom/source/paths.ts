import { joinPath, toFolder, withoutRepeats } from '../../../../shared/sources/lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../../../../shared/sources/source.ts';

type Platform = HostEnvironment['platform'];

/** Where Loom keeps its logs: `LOOM_HOME`, else `.loom` in the home. */
export function loomRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  const configured = toFolder(host, host.variables['LOOM_HOME']);
  return withoutRepeats(platform, [
    configured === null ? rootBelow(platform, host.home, 'default') : { path: configured, origin: 'LOOM_HOME' },
    ...host.otherHomes.map(({ path }) => rootBelow(platform, path, `home ${path}`)),
  ]);
}

/** Where to look in a folder that the person specified: its data folder, or a home. */
export function loomExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  return [{ path: folder, origin: 'settings' }, rootBelow(platform, folder, 'settings')];
}

function rootBelow(platform: Platform, home: string, origin: string): LogRoot {
  return { path: joinPath(platform, home, '.loom'), origin };
}
