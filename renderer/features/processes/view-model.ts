import type { AgentProcess } from '../../../shared/domain/process-sample.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { formatDuration } from '../../../shared/format/durations.ts';
import { formatBytes, formatPercent } from '../../../shared/format/numbers.ts';
import { toPathName } from '../../ui/path-name.ts';

/** One running agent in words. */
export interface ProcessView {
  readonly id: string;
  readonly label: string;
  readonly folder: string | null;
  readonly title: string;
  /** Null until the second sample. */
  readonly cpu: string | null;
  readonly memory: string;
  readonly count: string;
}

/** Lays the running agents out, the busiest first. */
export function toProcessViews(processes: SnapshotSections['processes'], nowMs: number): readonly ProcessView[] {
  return [...processes.agents]
    .sort((a, b) => (b.cpuRatio ?? 0) - (a.cpuRatio ?? 0) || a.pid - b.pid)
    .map((agent) => toProcessView(agent, nowMs));
}

function toProcessView(agent: AgentProcess, nowMs: number): ProcessView {
  return {
    id: `${agent.pid}/${agent.startedAtMs}`,
    label: agent.label,
    folder: agent.cwd === null ? null : toPathName(agent.cwd),
    title: `Process ${agent.pid}, running for ${formatDuration(Math.max(0, nowMs - agent.startedAtMs))}${agent.cwd === null ? '' : `, in ${agent.cwd}`}`,
    cpu: agent.cpuRatio === null ? null : formatPercent(agent.cpuRatio * 100),
    memory: formatBytes(agent.rssBytes),
    count: agent.processes === 1 ? '1 process' : `${agent.processes} processes`,
  };
}
