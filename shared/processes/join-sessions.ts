import type { SessionLink } from '../domain/agent-process.ts';
import { toSessionKey, type SessionSummary } from '../domain/session.ts';
import type { SourceId } from '../domain/ids.ts';
import { startToleranceMs } from './parent.ts';

/** What is known about an agent's root process and its other processes of the same program. */
export interface JoinableAgent {
  readonly pid: number;
  readonly startedAtMs: number;
  readonly source: SourceId | null;
  readonly cwd: string | null;
  /** Arguments of the command line, without the executable. Compared, never kept. */
  readonly args: readonly string[];
  /** Options with which the agent forks a new session from the given one. */
  readonly forkOptions: readonly string[];
  /** Absolute paths; null where they are not known. */
  readonly openFiles: readonly string[] | null;
}

export type JoinableSession = Pick<SessionSummary, 'source' | 'sessionId' | 'project' | 'firstAtMs' | 'lastAtMs'>;

/** A shorter id could be the name of anything. */
const minIdLength = 8;

/**
 * Which session each agent works on, by pid. Strongest evidence first: a log of the session that the process holds
 * open; the session's id as an argument; the session's folder, where it used tokens since the process started. By its
 * folder, a session belongs to one process only. Sessions of the same id, and agents without a source, are left out.
 */
export function joinSessions(
  agents: readonly JoinableAgent[],
  sessions: readonly JoinableSession[],
): ReadonlyMap<number, SessionLink> {
  const links = new Map<number, SessionLink>();
  for (const agent of agents) {
    const own = sessions.filter(({ source }) => source === agent.source);
    const link = joinByFile(agent, own) ?? joinByArgument(agent, own);
    if (link !== null) links.set(agent.pid, link);
  }
  joinByFolder(agents, sessions, links);
  return links;
}

function joinByFile({ openFiles }: JoinableAgent, sessions: readonly JoinableSession[]): SessionLink | null {
  if (openFiles === null) return null;
  const open = sessions.filter(({ sessionId }) => openFiles.some((path) => namesSession(path, sessionId)));
  const newest = findNewest(open);
  // A server has several open; the newest is the active one.
  return newest === null ? null : toLink(newest, open.length === 1 ? 'certain' : 'likely', 'open-file');
}

function joinByArgument(
  { args, forkOptions }: JoinableAgent,
  sessions: readonly JoinableSession[],
): SessionLink | null {
  if (args.some((argument) => forkOptions.includes(argument))) return null;
  const values = new Set(args.flatMap((argument) => [argument, argument.replace(/^--?[\w-]+=/, '')]));
  const named = findNewest(
    sessions.filter(({ sessionId }) => sessionId.length >= minIdLength && values.has(sessionId)),
  );
  return named === null ? null : toLink(named, 'certain', 'command-line');
}

/**
 * Of several processes in one folder, the youngest gets the session that began last. The answer is likely if the folder
 * has one process without a stronger link and one session that used tokens since the process started, else possible.
 */
function joinByFolder(
  agents: readonly JoinableAgent[],
  sessions: readonly JoinableSession[],
  links: Map<number, SessionLink>,
): void {
  const taken = new Set([...links.values()].map(toSessionKey));
  const waiting = agents
    .filter(({ pid, source, cwd }) => !links.has(pid) && source !== null && cwd !== null)
    .toSorted((a, b) => b.startedAtMs - a.startedAtMs || b.pid - a.pid);
  for (const agent of waiting) {
    const isHere = (other: { readonly source: SourceId | null }, folder: string | null): boolean =>
      other.source === agent.source && folder !== null && isSameFolder(folder, agent.cwd ?? '');
    const contenders = waiting.filter((other) => isHere(other, other.cwd)).length;
    const candidates = sessions.filter(
      (session) =>
        isHere(session, session.project) &&
        session.lastAtMs >= agent.startedAtMs - startToleranceMs &&
        !taken.has(toSessionKey(session)),
    );
    // A session that began in this process is a better guess than an earlier one.
    const begun = candidates.filter(({ firstAtMs }) => firstAtMs >= agent.startedAtMs - startToleranceMs);
    const best = findNewest(begun.length > 0 ? begun : candidates);
    if (best === null) continue;
    taken.add(toSessionKey(best));
    links.set(agent.pid, toLink(best, contenders === 1 && candidates.length === 1 ? 'likely' : 'possible', 'folder'));
  }
}

function toLink(
  { source, sessionId }: JoinableSession,
  confidence: SessionLink['confidence'],
  evidence: SessionLink['evidence'],
): SessionLink {
  return { source, sessionId, confidence, evidence };
}

function findNewest(sessions: readonly JoinableSession[]): JoinableSession | null {
  return sessions.toSorted((a, b) => b.lastAtMs - a.lastAtMs || b.firstAtMs - a.firstAtMs)[0] ?? null;
}

/**
 * Whether a file or one of its folders is named after a session, possibly with other words around it
 * (`rollout-…-<id>`).
 */
function namesSession(path: string, sessionId: string): boolean {
  if (sessionId.length < minIdLength) return false;
  const at = path.lastIndexOf(sessionId);
  if (at < 0) return false;
  const isWord = (character: string | undefined): boolean => character !== undefined && /[A-Za-z0-9]/.test(character);
  return !isWord(path[at - 1]) && !isWord(path[at + sessionId.length]);
}

function isSameFolder(left: string, right: string): boolean {
  const clean = (path: string): string => path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
  return clean(left) === clean(right);
}
