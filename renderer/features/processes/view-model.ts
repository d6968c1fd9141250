import type { AgentProcess } from '../../../shared/domain/agent-process.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';
import { toPathName } from '../../../shared/lib/path-name.ts';

const { activity, format } = messages;
const words = activity.processes;

/** One running agent, ready to show. */
export interface ProcessView {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** Null until the second sample. */
  readonly cpu: string | null;
  readonly memory: string;
  /** How many processes it consists of, and the name of its folder. */
  readonly meta: string;
}

/** Prepares the running agents for display, the busiest first. */
export function toProcessViews(processes: SnapshotSections['processes'], nowMs: number): readonly ProcessView[] {
  return [...processes.agents]
    .sort((a, b) => (b.cpuRatio ?? 0) - (a.cpuRatio ?? 0) || a.pid - b.pid)
    .map((agent) => toProcessView(agent, nowMs));
}

function toProcessView(agent: AgentProcess, nowMs: number): ProcessView {
  const count = words.count(agent.processes);
  return {
    id: `${agent.pid}/${agent.startedAtMs}`,
    label: cleanText(agent.label),
    title: cleanText(words.describe(agent.pid, Math.max(0, nowMs - agent.startedAtMs), agent.cwd)),
    cpu: agent.cpuRatio === null ? null : format.percent(agent.cpuRatio * 100),
    memory: format.bytes(agent.rssBytes),
    meta: agent.cwd === null ? count : words.countAndFolder(count, toPathName(agent.cwd)),
  };
}
