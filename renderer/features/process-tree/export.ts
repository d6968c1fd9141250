import type { AgentTreeRow, OrphanGroup, TreeMember } from '../../../shared/domain/agent-process.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { ExportRecord } from '../../state/save-records.ts';

/** Every process that is shown: CPU as a ratio of one core, memory in bytes, times in UTC. Nothing else is known of them. */
export function toProcessRecords(
  trees: readonly AgentTreeRow[],
  orphans: readonly OrphanGroup[],
): readonly ExportRecord[] {
  return [
    ...trees.flatMap(({ label, pid, session, members }) =>
      members.map((member) => ({ agent: cleanText(label), rootPid: pid, orphan: null, ...toRecord(member, session) })),
    ),
    ...orphans.flatMap(({ label, evidence, session, members }) =>
      members.map((member) => ({
        agent: label === null ? null : cleanText(label),
        rootPid: members[0]?.pid ?? null,
        orphan: evidence,
        ...toRecord(member, session),
      })),
    ),
  ];
}

function toRecord(member: TreeMember, session: AgentTreeRow['session']) {
  return {
    pid: member.pid,
    parentPid: member.parentPid,
    name: cleanText(member.name),
    kind: member.kind,
    cpuRatio: member.cpuRatio,
    rssBytes: member.rssBytes,
    startedAt: new Date(member.startedAtMs).toISOString(),
    isPaused: member.isPaused === null ? null : String(member.isPaused),
    ports: member.ports === null ? null : member.ports.map(({ port }) => port).join(' '),
    sessionId: session?.sessionId ?? null,
    sessionConfidence: session?.confidence ?? null,
  };
}
