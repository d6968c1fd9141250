import type { OwnCost } from '../../../../shared/domain/agent-process.ts';

/** Context switches of all threads of this process since it started (getrusage(2)). */
function countSwitches(): number {
  const { voluntaryContextSwitches, involuntaryContextSwitches } = process.resourceUsage();
  return voluntaryContextSwitches + involuntaryContextSwitches;
}

/** What this process has cost since it started: for commands, which end before anything is sampled. */
export function measureThisProcess(nowMs: number): OwnCost {
  const upMs = Math.max(1, process.uptime() * 1_000);
  const { user, system } = process.cpuUsage();
  return {
    processes: 1,
    cpuRatio: (user + system) / 1_000 / upMs,
    sinceMs: Math.round(nowMs - upMs),
    rssBytes: process.memoryUsage.rss(),
    pssBytes: null,
    writtenBytes: null,
    wakeUpsPerSecond: process.platform === 'linux' ? Math.round((countSwitches() / upMs) * 1_000) : null,
  };
}
