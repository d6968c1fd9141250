import type {
  AgentTreeRow,
  OrphanGroup,
  SessionLink,
  StartedBy,
  TreeMember,
} from '../../../../shared/domain/agent-process.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { toProcessJson } from './usage-json.ts';

/** A running agent with all of its processes. */
export function toTreeJson(row: AgentTreeRow) {
  return {
    ...toProcessJson(row),
    category: row.category,
    pssBytes: row.pssBytes,
    session: toLinkJson(row.session),
    lastEventAt: toIso(row.lastEventAtMs),
    isIdle: row.isIdle,
    isDetached: row.isDetached,
    startedBy: row.startedBy === null ? null : toStarterJson(row.startedBy),
    isPaused: row.isPaused,
    tree: row.members.map(toMemberJson),
  };
}

/** What an agent left behind. */
export function toOrphanJson(orphan: OrphanGroup) {
  return {
    agent: orphan.agent,
    label: orphan.label,
    evidence: orphan.evidence,
    session: toLinkJson(orphan.session),
    agentGoneAt: toIso(orphan.agentGoneAtMs),
    cpuRatio: orphan.cpuRatio,
    rssBytes: orphan.rssBytes,
    tree: orphan.members.map(toMemberJson),
  };
}

function toStarterJson({ pid, label, sessionId, startedAtMs }: StartedBy) {
  return { pid, label, sessionId, startedAt: toIso(startedAtMs) };
}

function toLinkJson(link: SessionLink | null) {
  if (link === null) return null;
  const { source, sessionId, confidence, evidence } = link;
  return { source, sessionId, confidence, evidence };
}

function toMemberJson({ startedAtMs, ...member }: TreeMember) {
  return { ...member, startedAt: toIso(startedAtMs) };
}
