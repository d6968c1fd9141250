import type { OrphanGroup, ProcessId, SignalResult } from '../../../shared/domain/agent-process.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { messages } from '../../messages.ts';

const { activity, format, processView } = messages;
const words = activity.orphans;
const { facts } = processView;

/** What an agent left behind, ready to show. */
export interface OrphanView {
  readonly id: string;
  readonly name: string;
  /** The evidence: its former agent, how long that has been gone, its age, its memory. */
  readonly meta: string;
  readonly memory: string;
  /** Exactly what will be ended, one line a process. */
  readonly list: readonly string[];
  /** The session that they were started for. */
  readonly origin: string;
  readonly targets: readonly ProcessId[];
}

/** Prepares what agents left behind for display, the largest first. */
export function toOrphanViews({ orphans }: SnapshotSections['processes'], nowMs: number): readonly OrphanView[] {
  return orphans.toSorted((a, b) => b.rssBytes - a.rssBytes).flatMap((orphan) => toOrphanView(orphan, nowMs) ?? []);
}

/** What could not be ended, in a sentence; null when everything has ended. */
export function toFailureSentence(results: readonly SignalResult[]): string | null {
  const failed = results.filter(({ outcome }) => outcome === 'refused' || outcome === 'not-ours').length;
  return failed === 0 ? null : words.notEnded(failed);
}

function toOrphanView(orphan: OrphanGroup, nowMs: number): OrphanView | null {
  const [oldest] = orphan.members;
  if (oldest === undefined) return null;
  const goneMs = orphan.agentGoneAtMs === null ? null : Math.max(0, nowMs - orphan.agentGoneAtMs);
  const label = orphan.label === null ? null : cleanText(orphan.label);
  const ageMs = Math.max(0, nowMs - oldest.startedAtMs);
  return {
    id: `${oldest.pid}/${oldest.startedAtMs}`,
    name: cleanText(oldest.name),
    meta: words.proof(label, goneMs, ageMs, orphan.cpuRatio),
    memory: format.bytes(orphan.rssBytes),
    list: orphan.members.map((member) => facts.member(member, nowMs)),
    origin: facts.origin(orphan.session, null, nowMs),
    targets: orphan.members.map(({ pid, startedAtMs }) => ({ pid, startedAtMs })),
  };
}
