import { joinPath } from '../../sources/lib/paths.ts';
import type { HostEnvironment } from '../../sources/source.ts';

/** What a file of a tool holds: usage in the past, or settings. */
export type ImportKind = 'history' | 'settings';

/** Where a tool keeps a file that can be imported. */
export interface ToolFile {
  readonly tool: string;
  readonly kind: ImportKind;
  /** Absolute paths where it may be, the likeliest first: the first that exists is taken. */
  paths(host: HostEnvironment): readonly string[];
  /** Of a folder whose file carries its version in its name: which names; the latest is taken. */
  readonly names?: RegExp;
}

/** In the home folder. */
const inHome =
  (...parts: readonly string[]) =>
  ({ platform, home }: HostEnvironment): readonly string[] => [joinPath(platform, home, ...parts)];

/** In each of the folders that may be Claude Code's. */
const inClaude =
  (...parts: readonly string[]) =>
  ({ platform, home, variables }: HostEnvironment): readonly string[] => {
    const given = (variables['CLAUDE_CONFIG_DIR'] ?? '').split(',').map((folder) => folder.trim());
    const folders = [...given, joinPath(platform, home, '.claude'), joinPath(platform, home, '.config', 'claude')];
    return folders.filter((folder) => folder !== '').map((folder) => joinPath(platform, folder, ...parts));
  };

/** The folder that a variable names, or the usual one. */
const inFolder =
  (variable: string, ...parts: readonly string[]) =>
  (host: HostEnvironment): readonly string[] => {
    const given = host.variables[variable]?.trim() ?? '';
    return given === '' ? inHome(...parts)(host) : [given];
  };

/**
 * The tools that people come from, the most common first. Names and places only: what reads their files is loaded
 * when somebody imports.
 */
export const toolFiles: readonly ToolFile[] = [
  { tool: 'stats-cache', kind: 'history', paths: inClaude('stats-cache.json') },
  {
    tool: 'ccusage',
    kind: 'settings',
    paths: (host) => [...inHome('.ccusage', 'ccusage.json')(host), ...inClaude('ccusage.json')(host)],
  },
  { tool: 'claude-monitor', kind: 'history', paths: inHome('.claude-monitor', 'warehouse', 'usage.json') },
  { tool: 'claude-monitor', kind: 'settings', paths: inHome('.claude-monitor', 'last_used.json') },
  { tool: 'ccstatusline', kind: 'settings', paths: inHome('.config', 'ccstatusline', 'settings.json') },
  { tool: 'claude-hud', kind: 'settings', paths: inClaude('plugins', 'claude-hud', 'config.json') },
  {
    tool: 'codeburn',
    kind: 'history',
    paths: inFolder('CODEBURN_CACHE_DIR', '.cache', 'codeburn'),
    names: /^daily-cache\.v(\d{1,4})\.json$/,
  },
  { tool: 'codeburn', kind: 'settings', paths: inHome('.config', 'codeburn', 'config.json') },
  {
    tool: 'codexbar',
    kind: 'settings',
    paths: (host) =>
      host.platform === 'darwin' ? inHome('Library', 'Preferences', 'com.steipete.codexbar.plist')(host) : [],
  },
  {
    tool: 'ai-cost-observer',
    kind: 'settings',
    paths: ({ platform, home, variables }) => {
      const local = variables['LOCALAPPDATA'] ?? joinPath(platform, home, 'AppData', 'Local');
      const folder = platform === 'win32' ? local : joinPath(platform, home, '.config');
      return [joinPath(platform, folder, 'ai-cost-observer', 'config.yaml')];
    },
  },
  {
    tool: 'agentsview',
    kind: 'history',
    paths: (host) => {
      const given = host.variables['AGENTSVIEW_DATA_DIR'] ?? host.variables['AGENT_VIEWER_DATA_DIR'] ?? '';
      const folder = given.trim() === '' ? inHome('.agentsview')(host)[0]! : given.trim();
      return [joinPath(host.platform, folder, 'sessions.db')];
    },
  },
  {
    tool: 'wheremytokens',
    kind: 'history',
    paths: ({ platform, home, variables }) => {
      if (platform !== 'win32') return [];
      const roaming = variables['APPDATA'] ?? joinPath(platform, home, 'AppData', 'Roaming');
      // Electron's folder is named after the package where the product's name is not in it.
      const folders = ['WhereMyTokens', 'wheremytokens-win'];
      return folders.map((folder) => joinPath(platform, roaming, folder, 'usage-index.sqlite'));
    },
  },
  { tool: 'tokentracker', kind: 'history', paths: inHome('.tokentracker', 'tracker', 'queue.jsonl') },
];

/** The names of the tools, each once. */
export const toolNames: readonly string[] = [...new Set(toolFiles.map(({ tool }) => tool))];

/** The agents whose usage is on a server, and in a file that a person downloads there. */
export const exportTools: readonly string[] = ['cursor'];
