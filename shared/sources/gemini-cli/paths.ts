import { joinPath, lastSegment, toFolder, withOtherHomes } from '../lib/paths.ts';
import { extraStoreRoots } from '../lib/roots.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

/** The folders that lead to the chats from a home. */
const path = ['.gemini', 'tmp'] as const;

/** Where Gemini CLI keeps its chats: `.gemini/tmp` below `GEMINI_CLI_HOME`, else below the home. See README.md. */
export function geminiCliRoots(host: HostEnvironment): readonly LogRoot[] {
  const chatsIn = (home: string): string => joinPath(host.platform, home, ...path);
  const configured = toFolder(host, host.variables['GEMINI_CLI_HOME']);
  const own =
    configured === null
      ? { path: chatsIn(host.home), origin: 'default' }
      : { path: chatsIn(configured), origin: 'GEMINI_CLI_HOME' };
  return withOtherHomes(host, [own], (home) => [chatsIn(home)]);
}

/** Where to look in a folder that the person specified: a home, a `.gemini` folder or its `tmp`. */
export function geminiCliExtraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[] {
  return extraStoreRoots(folder, platform, { path });
}

/**
 * Chats are in `<project>/chats`, subagents' chats in a folder inside it; the rest of a project's folder is not ours.
 */
export function isGeminiCliFolder(relativePath: string): boolean {
  const segments = relativePath.split('/');
  return segments.length === 1 || segments.includes('chats');
}

/** Whether a file is a chat in the current format, which grows line by line. */
export function isGeminiCliLines(relativePath: string): boolean {
  return /(?:^|\/)chats\/(?:[^/]+\/)*[^/]+\.jsonl$/.test(relativePath);
}

/** Whether a file is a chat in the older format, which is rewritten as a whole. */
export function isGeminiCliDocument(relativePath: string): boolean {
  return /(?:^|\/)chats\/(?:[^/]+\/)*[^/]+\.json$/.test(relativePath);
}

/** What a chat's path says: its project's folder below `tmp`, the session, and whether a subagent wrote it. */
export interface GeminiCliChatPath {
  /** Absolute; null when the chat is not in a `chats` folder. */
  readonly projectFolder: string | null;
  /** The session that a subagent worked for; null when the path does not name it. */
  readonly parentSessionId: string | null;
  readonly isSubagent: boolean;
  /** The file's name without its extension. */
  readonly stem: string;
}

const sessionId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Parses a chat's path. A subagent's chat is in a folder named after the session that it worked for, or after its task.
 */
export function parseChatPath(path: string): GeminiCliChatPath {
  const match = /^(.*)[\\/]chats[\\/](?:(.*)[\\/])?([^\\/]*?)(?:\.jsonl?)?$/.exec(path);
  const [, projectFolder = null, folder = '', stem = ''] = match ?? [];
  const parent = lastSegment(folder);
  return {
    projectFolder,
    parentSessionId: sessionId.test(parent) ? parent : null,
    isSubagent: parent !== '',
    stem: stem || lastSegment(path),
  };
}

/** Files that identify the folder of a chat's project: the project's own marker, and the list of all projects. */
export function sideFilesOf(path: string): readonly string[] {
  const { projectFolder } = parseChatPath(path);
  if (projectFolder === null) return [];
  const separator = projectFolder.includes('\\') ? '\\' : '/';
  const home = projectFolder.replace(/[\\/][^\\/]+[\\/][^\\/]+$/, '');
  return [`${projectFolder}${separator}.project_root`, `${home}${separator}projects.json`];
}
