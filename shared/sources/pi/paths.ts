import { joinPath, lastSegment, toFolder, withOtherHomes } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/**
 * Where Pi keeps its sessions: `PI_CODING_AGENT_SESSION_DIR`, else `sessions` below `PI_CODING_AGENT_DIR`, else below
 * `.pi/agent` in the home. See README.md.
 */
export function piRoots(host: HostEnvironment): readonly LogRoot[] {
  return withOtherHomes(host, ownRoots(host), (home) => [sessionsBelow(host.platform, home)]);
}

/** Where to look in a folder that the person specified: one for sessions, an agent's folder, or a home. */
export function piExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const origin = 'settings';
  if (/session/i.test(lastSegment(folder))) return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, 'sessions'), origin },
    { path: sessionsBelow(platform, folder), origin },
  ];
}

/** What subagents leave beside their sessions is not ours. */
export function isPiFolder(relativePath: string): boolean {
  return !/(?:^|\/)subagent-artifacts(?:\/|$)/.test(relativePath);
}

/** Whether a file is a session, in a project's folder or, by a subagent, in folders beside the session it worked for. */
export function isPiSession(relativePath: string): boolean {
  const folder = relativePath.split('/').slice(0, -1).join('/');
  return relativePath.endsWith('.jsonl') && isPiFolder(folder);
}

function ownRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform, home, variables } = host;
  const fallback = { path: sessionsBelow(platform, home), origin: 'default' };
  const agentFolder = toFolder(host, variables['PI_CODING_AGENT_DIR']);
  const sessionFolder = toFolder(host, variables['PI_CODING_AGENT_SESSION_DIR']);
  const moved =
    agentFolder === null || isOfDerivedAgent(agentFolder)
      ? fallback
      : { path: joinPath(platform, agentFolder, 'sessions'), origin: 'PI_CODING_AGENT_DIR' };
  return sessionFolder === null ? [moved] : [{ path: sessionFolder, origin: 'PI_CODING_AGENT_SESSION_DIR' }, moved];
}

/** Oh My Pi obeys the same variable. A folder of its own is not read twice. */
function isOfDerivedAgent(folder: string): boolean {
  return folder.split(/[\\/]/).includes('.omp');
}

function sessionsBelow(platform: Platform, home: string): string {
  return joinPath(platform, home, '.pi', 'agent', 'sessions');
}
