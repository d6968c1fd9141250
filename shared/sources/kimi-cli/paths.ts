import { joinPath, lastSegment, toFolder, withOtherHomes } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/** The folders of the two generations in a home, and the variables that move them. */
const stores = [
  { variable: 'KIMI_CODE_HOME', folder: '.kimi-code' },
  { variable: 'KIMI_SHARE_DIR', folder: '.kimi' },
] as const;

/** Where the two generations keep their sessions. See README.md. */
export function kimiCliRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform, home } = host;
  const own = stores.map(({ variable, folder }) => {
    const moved = toFolder(host, host.variables[variable]);
    return moved === null
      ? { path: joinPath(platform, home, folder, 'sessions'), origin: 'default' }
      : { path: joinPath(platform, moved, 'sessions'), origin: variable };
  });
  return withOtherHomes(host, own, (other) =>
    stores.map(({ folder }) => joinPath(platform, other, folder, 'sessions')),
  );
}

/** Where to look in a folder that the person specified: a `sessions` folder, one of the agent's own, or a home. */
export function kimiCliExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const origin = 'settings';
  if (lastSegment(folder) === 'sessions') return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, 'sessions'), origin },
    ...stores.map((store) => ({ path: joinPath(platform, folder, store.folder, 'sessions'), origin })),
  ];
}

/** Logs are in `<work folder>/<session>`, and in a folder of each agent's inside it. */
export function isKimiCliFolder(relativePath: string): boolean {
  return /^[^/]+(?:\/[^/]+(?:\/(?:agents|subagents)(?:\/[^/]+)?)?)?$/.test(relativePath);
}

/** Whether a file is the record of what an agent sent to its surfaces. */
export function isKimiCliLog(relativePath: string): boolean {
  return /^[^/]+\/[^/]+\/(?:(?:agents|subagents)\/[^/]+\/)?wire\.jsonl$/.test(relativePath);
}

/** What a log's path says. */
export interface KimiCliPath {
  /** The folder of the agent's data. */
  readonly home: string;
  /** The name of the folder that stands for a work folder. */
  readonly workFolder: string;
  readonly sessionFolder: string;
  readonly sessionId: string;
  readonly isSubagent: boolean;
  /** The subagent whose log it is; null for the session's own. */
  readonly subagent: string | null;
}

const logPath =
  /^((.*)[\\/]sessions[\\/]([^\\/]+)[\\/]([^\\/]+))[\\/](?:(?:agents|subagents)[\\/]([^\\/]+)[\\/])?wire\.jsonl$/;

/** Parses a log's path; null when it is not that of a log. */
export function parseLogPath(path: string): KimiCliPath | null {
  const [, sessionFolder, home, workFolder, sessionId, agent = 'main'] = logPath.exec(path) ?? [];
  if (sessionFolder === undefined || home === undefined || workFolder === undefined || sessionId === undefined)
    return null;
  const isSubagent = agent !== 'main';
  return { home, workFolder, sessionFolder, sessionId, isSubagent, subagent: isSubagent ? agent : null };
}

/** Files that name the work folder of a log: the list of all of them, and the session's own state. */
export function sideFilesOf(path: string): readonly string[] {
  const parsed = parseLogPath(path);
  if (parsed === null) return [];
  const separator = parsed.home.includes('\\') ? '\\' : '/';
  return [`${parsed.home}${separator}kimi.json`, `${parsed.sessionFolder}${separator}state.json`];
}
