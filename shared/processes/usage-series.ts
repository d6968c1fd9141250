import type { AgentProcess } from '../domain/agent-process.ts';
import { floorTo, minuteMs, quarterHourMs } from '../domain/instant.ts';
import type { ProcessUsage } from '../domain/process-usage.ts';
import { compareValues } from '../lib/compare.ts';

/** A tree that uses more than this share of a core is active. */
const busyCpuRatio = 0.05;

/**
 * What these agents used in the `elapsedMs` that ended at `atMs`, split among the minutes that this touches. Agents
 * whose CPU use is not known yet are left out.
 */
export function toProcessUsage(
  agents: readonly AgentProcess[],
  elapsedMs: number,
  atMs: number,
): readonly ProcessUsage[] {
  const rows = agents.flatMap((agent) => {
    const { cpuRatio } = agent;
    if (cpuRatio === null || elapsedMs <= 0) return [];
    return splitAtMinutes(atMs - elapsedMs, atMs).map(({ startMs, lengthMs }) => ({
      startMs,
      grainMs: minuteMs as 60_000,
      agent: agent.agent,
      sessionId: agent.session?.sessionId ?? null,
      runningMs: lengthMs,
      activeMs: cpuRatio >= busyCpuRatio ? lengthMs : 0,
      cpuMs: Math.round(cpuRatio * lengthMs),
      rssKibMs: Math.round(agent.rssBytes / 1_024) * lengthMs,
      maxRssBytes: agent.rssBytes,
      maxProcesses: agent.processes,
    }));
  });
  return mergeProcessUsage(rows);
}

/** Sums rows of the same slot, agent and session; ordered as a store lists them. */
export function mergeProcessUsage(rows: readonly ProcessUsage[]): readonly ProcessUsage[] {
  const merged = new Map<string, ProcessUsage>();
  for (const row of rows) {
    const key = toUsageKey(row);
    const before = merged.get(key);
    merged.set(key, before === undefined ? row : addProcessUsage(before, row));
  }
  return [...merged.values()].sort(compareUsage);
}

/** The quarter of an hour that a slot of a minute belongs to, with its numbers. */
export function toQuarterHour(row: ProcessUsage): ProcessUsage {
  return { ...row, startMs: floorTo(row.startMs, quarterHourMs), grainMs: quarterHourMs as 900_000 };
}

/** Identifies a slot of an agent and session. */
function toUsageKey({ startMs, grainMs, agent, sessionId }: ProcessUsage): string {
  return JSON.stringify([grainMs, startMs, agent, sessionId]);
}

/** The order in which stores list slots. */
export function compareUsage(a: ProcessUsage, b: ProcessUsage): number {
  return (
    a.startMs - b.startMs ||
    a.grainMs - b.grainMs ||
    compareValues(a.agent, b.agent) ||
    compareValues(a.sessionId ?? '', b.sessionId ?? '')
  );
}

/** The sum of two measurements of the same slot. */
function addProcessUsage(a: ProcessUsage, b: ProcessUsage): ProcessUsage {
  return {
    ...a,
    runningMs: a.runningMs + b.runningMs,
    activeMs: a.activeMs + b.activeMs,
    cpuMs: a.cpuMs + b.cpuMs,
    rssKibMs: a.rssKibMs + b.rssKibMs,
    maxRssBytes: Math.max(a.maxRssBytes, b.maxRssBytes),
    maxProcesses: Math.max(a.maxProcesses, b.maxProcesses),
  };
}

function splitAtMinutes(
  fromMs: number,
  toMs: number,
): readonly { readonly startMs: number; readonly lengthMs: number }[] {
  const [first, end] = [Math.round(fromMs), Math.round(toMs)];
  const parts: { startMs: number; lengthMs: number }[] = [];
  for (let atMs = first; atMs < end;) {
    const startMs = floorTo(atMs, minuteMs);
    const nextMs = Math.min(startMs + minuteMs, end);
    parts.push({ startMs, lengthMs: nextMs - atMs });
    atMs = nextMs;
  }
  return parts;
}
