import { editorTaskRoots, extraTaskRoots } from '../lib/editor-tasks/paths.ts';
import { joinPath, lastSegment, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

const extension = 'saoudrizwan.claude-dev';

/**
 * Where Cline keeps its conversations: `sessions` in its own data folder (all current builds), and `tasks` there and in
 * the storage of every editor (builds before 4). See README.md.
 */
export function clineRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  return withoutRepeats(platform, [
    ...ownRoots(host),
    ...editorTaskRoots(host, extension),
    ...host.otherHomes.flatMap(({ path }) =>
      toDataRoots(platform, joinPath(platform, path, '.cline', 'data'), `home ${path}`),
    ),
  ]);
}

/** Where to look in a folder that the person specified: Cline's own or an editor's data folder, or a home. */
export function clineExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  if (lastSegment(folder) === 'sessions') return [{ path: folder, origin: 'settings' }];
  return withoutRepeats(platform, [
    ...extraTaskRoots(folder, platform, extension),
    ...toDataRoots(platform, folder, 'settings'),
    ...toDataRoots(platform, joinPath(platform, folder, 'data'), 'settings'),
    ...toDataRoots(platform, joinPath(platform, folder, '.cline', 'data'), 'settings'),
  ]);
}

/** Whether a file holds a session's or a subagent's messages. */
export function isSessionMessages(relativePath: string): boolean {
  return /^[^/]+\/[^/]+\.messages\.json$/.test(relativePath);
}

function ownRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform, home, variables } = host;
  const folder = (name: string): string | null => toFolder(host, variables[name]);
  const [own, data, sessions] = [folder('CLINE_DIR'), folder('CLINE_DATA_DIR'), folder('CLINE_SESSION_DATA_DIR')];
  const dataRoots =
    data !== null
      ? toDataRoots(platform, data, 'CLINE_DATA_DIR')
      : own !== null
        ? toDataRoots(platform, joinPath(platform, own, 'data'), 'CLINE_DIR')
        : toDataRoots(platform, joinPath(platform, home, '.cline', 'data'), 'default');
  return sessions === null ? dataRoots : [{ path: sessions, origin: 'CLINE_SESSION_DATA_DIR' }, ...dataRoots];
}

function toDataRoots(platform: Platform, data: string, origin: string): readonly LogRoot[] {
  return ['sessions', 'tasks'].map((name) => ({ path: joinPath(platform, data, name), origin }));
}
