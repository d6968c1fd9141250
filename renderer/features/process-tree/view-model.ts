import type { AgentTreeRow, ProcessId, TreeMember } from '../../../shared/domain/agent-process.ts';
import type { RunningSession } from '../../../shared/snapshot/app-snapshot.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { toPathName } from '../../../shared/lib/path-name.ts';
import { messages } from '../../messages.ts';

const { common, format, processView: words, units } = messages;

/** One process of a tree, ready to show. */
export interface ProcessRow {
  readonly id: string;
  readonly pid: number;
  readonly depth: number;
  readonly name: string;
  readonly kind: string;
  readonly cpu: string | null;
  readonly memory: string;
  readonly age: string;
  readonly ports: string | null;
}

/** One running agent with everything it started. */
export interface TreeView {
  readonly id: string;
  readonly label: string;
  readonly notes: readonly string[];
  readonly memory: string;
  readonly cpu: string | null;
  readonly isPaused: boolean;
  readonly rows: readonly ProcessRow[];
  readonly root: ProcessId;
  /** Exactly what ends with it: every process, with the start that identifies it. */
  readonly targets: readonly ProcessId[];
  readonly list: readonly string[];
  /** The session that they work for, and when that last got a response. */
  readonly origin: string;
}

/** An agent that uses at least this share of a core, or this much memory, is highlighted. */
const hogCpu = 0.8;
const hogBytes = 2e9;

/** Prepares running agents for display, those that use most first. `sessions` are the ones with recent usage. */
export function toTreeViews(
  rows: readonly AgentTreeRow[],
  nowMs: number,
  sessions: readonly RunningSession[],
): readonly TreeView[] {
  return [...rows]
    .sort((a, b) => (b.cpuRatio ?? 0) - (a.cpuRatio ?? 0) || b.rssBytes - a.rssBytes || a.pid - b.pid)
    .map((tree) => toTreeView(tree, nowMs, sessions));
}

function toTreeView(tree: AgentTreeRow, nowMs: number, sessions: readonly RunningSession[]): TreeView {
  const isHog = (tree.cpuRatio ?? 0) >= hogCpu || tree.rssBytes >= hogBytes;
  const folder = tree.cwd === null ? [] : [toPathName(tree.cwd)];
  const depths = toDepths(tree.members);
  return {
    id: `${tree.pid}/${tree.startedAtMs}`,
    label: cleanText(tree.label),
    notes: [
      ...folder,
      ...(tree.startedBy === null ? [] : [words.startedBy(cleanText(tree.startedBy.label), tree.startedBy.pid)]),
      ...toSubagentNote(tree, sessions),
      ...(isHog ? [words.hog] : []),
      ...(tree.isPaused === true ? [words.paused] : []),
      ...(tree.isDetached ? [words.detached] : []),
      ...(tree.isIdle ? [words.idle] : []),
    ],
    memory: format.bytes(tree.rssBytes),
    cpu: tree.cpuRatio === null ? null : format.percent(tree.cpuRatio * 100),
    isPaused: tree.isPaused === true,
    rows: tree.members.map((member) => toRow(member, depths.get(member.pid) ?? 0, nowMs)),
    root: { pid: tree.pid, startedAtMs: tree.startedAtMs },
    targets: tree.members.map(({ pid, startedAtMs }) => ({ pid, startedAtMs })),
    list: tree.members.map((member) => words.facts.member(member, nowMs)),
    origin: words.facts.origin(tree.session, tree.lastEventAtMs, nowMs),
  };
}

/** How many subagents its session has: those within the session, and those that run as their own sessions. */
function toSubagentNote({ session }: AgentTreeRow, sessions: readonly RunningSession[]): readonly string[] {
  if (session === null) return [];
  const { source, sessionId } = session;
  const ofSource = sessions.filter((each) => each.source === source);
  const own = ofSource.find((each) => each.sessionId === sessionId)?.subagents;
  const started = ofSource.filter(({ subagents }) => subagents.parentId === sessionId).length;
  const count = (own?.named ?? 0) + started;
  return [
    ...(count === 0 ? [] : [common.subagents(count)]),
    ...(own?.hasUnnamed === true ? [common.unnamedSubagents] : []),
  ];
}

/** How far below the root each process is; parents come before their children. */
function toDepths(members: readonly TreeMember[]): ReadonlyMap<number, number> {
  const depths = new Map<number, number>();
  for (const { pid, parentPid } of members) {
    const parent = depths.get(parentPid);
    depths.set(pid, parent === undefined ? 0 : parent + 1);
  }
  return depths;
}

function toRow(member: TreeMember, depth: number, nowMs: number): ProcessRow {
  const ports = member.ports?.map(({ port }) => String(port)) ?? [];
  return {
    id: `${member.pid}/${member.startedAtMs}`,
    pid: member.pid,
    depth: Math.min(depth, 8),
    name: cleanText(member.name),
    kind: words.kinds[member.kind],
    cpu: member.cpuRatio === null ? null : format.percent(member.cpuRatio * 100),
    memory: format.bytes(member.rssBytes),
    age: units.duration(Math.max(0, nowMs - member.startedAtMs)),
    ports: ports.length === 0 ? null : ports.join(', '),
  };
}
