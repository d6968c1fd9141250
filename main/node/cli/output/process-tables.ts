import type { AgentTreeRow, OrphanGroup, TreeMember } from '../../../../shared/domain/agent-process.ts';
import type { ListeningPort } from '../../../../shared/domain/process-details.ts';
import { messages } from '../messages.ts';
import { unknownText } from './figures.ts';
import type { Page } from './page.ts';
import { formatTable, type Column } from './table.ts';
import { toTreeBranches } from './tree-branches.ts';

const { cli, common, format, units } = messages;
const { processes: texts, tables } = cli;
const shortIdLength = 8;

/** CPU use as a percentage of one core. */
export function toCpuText(cpuRatio: number | null): string {
  return cpuRatio === null ? unknownText : format.precisePercent(cpuRatio * 100);
}

/** Notes about an agent: its session, its state, the ports of its processes. */
export function toNotes(row: AgentTreeRow, nowMs: number): string {
  const { session, lastEventAtMs, members } = row;
  const ports = members.flatMap(({ ports: open }) => open ?? []);
  const notes = [
    session === null ? null : texts.session(session.sessionId.slice(0, shortIdLength), session.confidence),
    row.startedBy === null ? null : texts.startedBy(row.startedBy.label, row.startedBy.pid),
    row.isIdle && lastEventAtMs !== null ? texts.idle(nowMs - lastEventAtMs) : null,
    row.isPaused === true ? texts.paused : null,
    row.isDetached && row.category === 'cli' ? texts.detached : null,
    ports.length === 0 ? null : toPortsText(ports),
  ];
  return notes.filter((note) => note !== null).join(', ');
}

/** All processes of an agent, each below the one that started it. */
export function formatTree(page: Page, { members }: AgentTreeRow): Iterable<string> {
  const columns: readonly Column[] = [
    { head: texts.columns.name, minWidth: 16 },
    { head: tables.pid, align: 'right' },
    { head: texts.columns.kind, dropped: 2 },
    { head: tables.cpu, align: 'right' },
    { head: tables.memory, align: 'right' },
    { head: texts.columns.ports, dropped: 1 },
  ];
  const rows = toTreeBranches(members).map(({ item: member, branch }) => {
    const name = branch + member.name;
    return [name, String(member.pid), texts.kinds[member.kind], ...toFigures(member), toPortsText(member.ports ?? [])];
  });
  return formatTable(page, columns, { rows });
}

/** What agents left behind, with the evidence: how long the agent has been gone, their age, and their memory. */
export function formatOrphans(page: Page, orphans: readonly OrphanGroup[]): Iterable<string> {
  const columns: readonly Column[] = [
    { head: texts.columns.name, minWidth: 12 },
    { head: tables.pid, align: 'right' },
    { head: tables.agent },
    { head: texts.columns.agentGone, align: 'right', dropped: 1 },
    { head: texts.columns.age, align: 'right', dropped: 4 },
    { head: tables.processes, align: 'right', dropped: 3 },
    { head: tables.cpu, align: 'right' },
    { head: tables.memory, align: 'right' },
    { head: texts.columns.ports, dropped: 2 },
  ];
  const rows = orphans.map((orphan) => {
    const [oldest] = orphan.members;
    return [
      oldest?.name ?? unknownText,
      String(oldest?.pid ?? unknownText),
      orphan.label ?? texts.looksLeftBehind,
      orphan.agentGoneAtMs === null ? unknownText : units.duration(page.nowMs - orphan.agentGoneAtMs),
      oldest === undefined ? unknownText : units.duration(page.nowMs - oldest.startedAtMs),
      format.integer(orphan.members.length),
      ...toFigures(orphan),
      toPortsText(orphan.members.flatMap(({ ports }) => ports ?? [])),
    ];
  });
  return formatTable(page, columns, { rows });
}

function toFigures({ cpuRatio, rssBytes }: Pick<TreeMember, 'cpuRatio' | 'rssBytes'>): readonly [string, string] {
  return [toCpuText(cpuRatio), format.bytes(rssBytes)];
}

function toPortsText(ports: readonly ListeningPort[]): string {
  const numbers = [...new Set(ports.map(({ port }) => port))].sort((a, b) => a - b);
  return common.someOf(numbers.map((port) => `:${port}`));
}
