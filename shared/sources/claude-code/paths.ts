import { askedFileName, askedRoots } from '../lib/asked-limits.ts';
import { isAbsolutePath, joinPath, lastSegment, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';
import { capturesPath, isCaptures } from './captures.ts';
import { desktopHistoryName } from './desktop-history.ts';
import { hookLimitsFolder, isHookLimits } from './hook-limits.ts';

type Platform = HostEnvironment['platform'];

/** Folders of Claude Desktop (Cowork) that hold a `.claude/projects` per session. */
const desktopFolders = ['local-agent-mode-sessions', 'claude-code-sessions'];
/** The Store package of Claude Desktop on Windows has its own roaming folder. */
const storePackage = ['Packages', 'Claude_pzs8sxrjxfjjc', 'LocalCache', 'Roaming'];

const desktopSessionPath = /[\\/]local-agent-mode-sessions[\\/]([0-9a-f-]{8,36})[\\/]([^\\/]+)[\\/]local_/i;

/**
 * Where Claude Code keeps transcripts. `CLAUDE_CONFIG_DIR` (a comma-separated list is a convention of usage tools)
 * replaces `~/.claude` and `~/.config/claude`, not the folders of the desktop app. See README.md.
 */
export function claudeCodeRoots(host: HostEnvironment): readonly LogRoot[] {
  return withoutRepeats(host.platform, [
    ...(configuredRoots(host) ?? defaultRoots(host)),
    ...desktopRoots(host),
    ...host.otherHomes.flatMap(({ path }) => homeRoots(host.platform, path, `home ${path}`)),
  ]);
}

/** Where to look in a folder that the person specified: a config folder, a `projects` folder or one that holds logs. */
export function claudeCodeExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const itself = { path: folder, origin: 'settings' };
  if (lastSegment(folder) === 'projects') return [itself];
  return [{ path: joinPath(platform, folder, 'projects'), origin: 'settings' }, itself];
}

/** The account that owns a log's Claude Desktop session: `<folder>/<account>/<organisation>/local_<id>/…`. */
export function findDesktopAccount(path: string): string | null {
  return desktopSessionPath.exec(path)?.[1] ?? null;
}

/** The organisation in whose plan a log's Claude Desktop session counts. */
export function findDesktopOrganisation(path: string): string | null {
  return desktopSessionPath.exec(path)?.[2] ?? null;
}

/** Where the agent and the desktop app keep what they know of the plan's limits, and where our status line and hook do. */
export function claudeCodeLimitRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform, home, dataFolder } = host;
  const file = (origin: string, folder: string, ...names: readonly string[]): LogRoot => ({
    path: joinPath(platform, folder, ...names),
    origin,
    isFile: true,
  });
  const configured = configuredFolders(host).filter((folder) => lastSegment(folder) !== 'projects');
  return withoutRepeats(platform, [
    ...(configured.length > 0
      ? configured.map((folder) => file('CLAUDE_CONFIG_DIR', folder, '.claude.json'))
      : [file('default', home, '.claude.json')]),
    ...desktopHomes(host)
      .filter((folder) => isAbsolutePath(platform, folder))
      .map((folder) => file('Claude Desktop', folder, 'Claude', desktopHistoryName)),
    ...host.otherHomes.map(({ path }) => file(`home ${path}`, path, '.claude.json')),
    // Folders of our own, which are watched: the newest figures come from there.
    ...(dataFolder === undefined
      ? []
      : [
          { path: joinPath(platform, dataFolder, capturesPath[0]), origin: 'status line' },
          { path: joinPath(platform, dataFolder, hookLimitsFolder), origin: 'hook' },
        ]),
    ...askedRoots('claude-code', 'claude /usage', host),
  ]);
}

/** Whether a file below a root is a transcript: not a workflow's journal, a saved tool result or Cowork's audit. */
export function isClaudeCodeLog(relativePath: string): boolean {
  const segments = relativePath.split('/');
  const name = segments.at(-1) ?? '';
  const folders = segments.slice(0, -1);
  if (!name.endsWith('.jsonl') || name === 'audit.jsonl' || name === 'history.jsonl') return false;
  if (isCaptures(relativePath) || isHookLimits(relativePath) || name === askedFileName) return false;
  if (folders.includes('tool-results') || folders.includes('file-history')) return false;
  if (name === 'journal.jsonl' && folders.includes('subagents')) return false;
  // A Cowork session's folder also holds the person's files; its transcripts are below `.claude/projects`.
  const desktopSession = folders.findIndex((folder) => /^local_[0-9a-f-]{8,}$/i.test(folder));
  return desktopSession < 0 || folders.indexOf('.claude', desktopSession) >= 0;
}

function configuredFolders(host: HostEnvironment): readonly string[] {
  return (host.variables['CLAUDE_CONFIG_DIR'] ?? '')
    .split(',')
    .map((entry) => toFolder(host, entry))
    .filter((folder) => folder !== null);
}

function configuredRoots(host: HostEnvironment): readonly LogRoot[] | null {
  const folders = configuredFolders(host);
  if (folders.length === 0) return null;
  return folders.map((folder) => ({
    path: lastSegment(folder) === 'projects' ? folder : joinPath(host.platform, folder, 'projects'),
    origin: 'CLAUDE_CONFIG_DIR',
  }));
}

function defaultRoots(host: HostEnvironment): readonly LogRoot[] {
  const xdg = toFolder(host, host.variables['XDG_CONFIG_HOME']);
  return [
    { path: joinPath(host.platform, host.home, '.claude', 'projects'), origin: 'default' },
    xdg === null
      ? { path: joinPath(host.platform, host.home, '.config', 'claude', 'projects'), origin: 'default' }
      : { path: joinPath(host.platform, xdg, 'claude', 'projects'), origin: 'XDG_CONFIG_HOME' },
  ];
}

function homeRoots(platform: Platform, home: string, origin: string): readonly LogRoot[] {
  return [
    { path: joinPath(platform, home, '.claude', 'projects'), origin },
    { path: joinPath(platform, home, '.config', 'claude', 'projects'), origin },
  ];
}

function desktopRoots(host: HostEnvironment): readonly LogRoot[] {
  return desktopHomes(host)
    .filter((home) => isAbsolutePath(host.platform, home))
    .flatMap((home) =>
      desktopFolders.map((folder) => ({
        path: joinPath(host.platform, home, 'Claude', folder),
        origin: 'Claude Desktop',
      })),
    );
}

function desktopHomes(host: HostEnvironment): readonly string[] {
  const { platform, home, variables } = host;
  if (platform === 'darwin') return [joinPath(platform, home, 'Library', 'Application Support')];
  if (platform === 'linux')
    return [toFolder(host, variables['XDG_CONFIG_HOME']) ?? joinPath(platform, home, '.config')];
  return [
    toFolder(host, variables['APPDATA']) ?? joinPath(platform, home, 'AppData', 'Roaming'),
    joinPath(
      platform,
      toFolder(host, variables['LOCALAPPDATA']) ?? joinPath(platform, home, 'AppData', 'Local'),
      ...storePackage,
    ),
  ];
}
