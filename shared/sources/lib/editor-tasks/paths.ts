import type { HostEnvironment, LogRoot } from '../../source.ts';
import { joinPath, lastSegment, toFolder, withOtherHomes } from '../paths.ts';

type Platform = HostEnvironment['platform'];

/** Folders that Visual Studio Code, its channels and its forks use for their data, on every system. */
const editors = [
  'Code',
  'Code - Insiders',
  'Code - OSS',
  'VSCodium',
  'VSCodium - Insiders',
  'Cursor',
  'Windsurf',
  'Windsurf - Next',
  'Trae',
  'Kiro',
  'Positron',
  'Antigravity',
] as const;

/** The same editors as servers for remote work (SSH, WSL, containers), below the home of the machine they run on. */
const servers = [
  ['.vscode-server', 'data'],
  ['.vscode-server-insiders', 'data'],
  ['.vscode-server-oss', 'data'],
  ['.vscode-remote', 'data'],
  ['.vscodium-server', 'data'],
  ['.cursor-server', 'data'],
  ['.windsurf-server', 'data'],
  ['.trae-server', 'data'],
  ['.antigravity-server', 'data'],
  ['.local', 'share', 'code-server'],
] as const;

/**
 * Where an editor's extension keeps its tasks: `User/globalStorage/<extension>/tasks` in the data folder of each editor,
 * here and in other homes.
 */
export function editorTaskRoots(host: HostEnvironment, extension: string): readonly LogRoot[] {
  const { platform, home } = host;
  const below = (folder: string, origin: string): LogRoot => ({
    path: joinPath(platform, folder, 'User', 'globalStorage', extension, 'tasks'),
    origin,
  });
  const portable = toFolder(host, host.variables['VSCODE_PORTABLE']);
  const config = toConfigFolder(host);
  return [
    ...(portable === null ? [] : [below(joinPath(platform, portable, 'user-data'), 'VSCODE_PORTABLE')]),
    ...editors.map((editor) => below(joinPath(platform, config.path, editor), config.origin)),
    ...servers.map((names) => below(joinPath(platform, home, ...names), 'default')),
    ...host.otherHomes.flatMap(({ path }) => toHomeRoots(platform, path, extension, `home ${path}`)),
  ];
}

/** Where to look in a folder that the person specified: tasks, what contains them, an editor's data folder, or a home. */
export function extraTaskRoots(folder: string, platform: Platform, extension: string): readonly LogRoot[] {
  const origin = 'settings';
  if (lastSegment(folder) === 'tasks') return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, 'tasks'), origin },
    { path: joinPath(platform, folder, 'User', 'globalStorage', extension, 'tasks'), origin },
    ...toHomeRoots(platform, folder, extension, origin),
  ];
}

/** An extension that keeps tasks, and the folders that lead to those of its command line from a home. */
export interface TaskKeeper {
  readonly extension: string;
  readonly commandLine: readonly string[];
}

/** Where an extension and its command line keep their tasks. */
export function taskRoots(host: HostEnvironment, { extension, commandLine }: TaskKeeper): readonly LogRoot[] {
  const ownIn = (home: string): string => joinPath(host.platform, home, ...commandLine);
  const here = [...editorTaskRoots(host, extension), { path: ownIn(host.home), origin: 'default' }];
  return withOtherHomes(host, here, (home) => [ownIn(home)]);
}

/** Where to look in a folder that the person specified for the tasks of both. */
export function extraTaskKeeperRoots(
  folder: string,
  platform: Platform,
  { extension, commandLine }: TaskKeeper,
): readonly LogRoot[] {
  const own = { path: joinPath(platform, folder, ...commandLine), origin: 'settings' };
  return [...extraTaskRoots(folder, platform, extension), own];
}

/** A task is a folder directly below the root; nothing inside it is entered. */
export function isTaskFolder(relativePath: string): boolean {
  return !relativePath.includes('/');
}

/** Whether a file holds a task's messages. */
export function isTaskMessages(relativePath: string): boolean {
  return /^[^/]+\/ui_messages\.json$/.test(relativePath);
}

/** The id of the task whose messages a path names: that of its folder. */
export function toTaskId(path: string): string {
  return lastSegment(path.replace(/[\\/][^\\/]*$/, ''));
}

/** A file beside a task's messages. */
export function besideMessages(path: string, name: string): string {
  return path.replace(/[^\\/]*$/, name);
}

/** In another home on Windows (WSL) the system is Linux; elsewhere it is the same as here. */
function toHomeRoots(platform: Platform, home: string, extension: string, origin: string): readonly LogRoot[] {
  const config = platform === 'darwin' ? ['Library', 'Application Support'] : ['.config'];
  const folders = [
    ...editors.map((editor) => joinPath(platform, home, ...config, editor)),
    ...servers.map((names) => joinPath(platform, home, ...names)),
  ];
  return folders.map((folder) => ({
    path: joinPath(platform, folder, 'User', 'globalStorage', extension, 'tasks'),
    origin,
  }));
}

function toConfigFolder(host: HostEnvironment): LogRoot {
  const { platform, home, variables } = host;
  if (platform === 'darwin')
    return { path: joinPath(platform, home, 'Library', 'Application Support'), origin: 'default' };
  const name = platform === 'win32' ? 'APPDATA' : 'XDG_CONFIG_HOME';
  const configured = toFolder(host, variables[name]);
  if (configured !== null) return { path: configured, origin: name };
  const names = platform === 'win32' ? ['AppData', 'Roaming'] : ['.config'];
  return { path: joinPath(platform, home, ...names), origin: 'default' };
}
