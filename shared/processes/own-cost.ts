import type { OwnBudget, OwnCost } from '../domain/agent-process.ts';
import { floorTo, hourMs, minuteMs } from '../domain/instant.ts';
import type { ProcessSample } from '../domain/process-sample.ts';
import type { CpuMeter } from './match-agents.ts';
import { isOldEnough } from './parent.ts';

/** What Fuelgauge itself may cost before it warns: half a percent of a core over an hour. */
export const ownCpuBudgetRatio = 0.005;
/**
 * Memory in bytes that it may hold while no window is open: 60 MB above a bare Electron tray app, which holds 202 MB
 * (`npm run bench -- start`, 2026-11-21, Linux). Shared pages are divided among the processes that share them; where
 * that is unknown, nothing is warned about, since resident memory counts them again for every process.
 */
export const ownMemoryBudgetBytes = 262_000_000;
/** Both budgets. */
export const ownBudget: OwnBudget = { cpuRatio: ownCpuBudgetRatio, memoryBytes: ownMemoryBudgetBytes };
/** A shorter time than this says nothing about a lasting cost: at the start, all logs are read. */
const ownCostSettledMs = 30 * 60_000;

/** CPU time that was spent from one sample to the next. */
interface Spent {
  readonly fromMs: number;
  readonly toMs: number;
  readonly cpuMs: number;
}

/** CPU time of the last hour, in pieces. */
export type OwnHistory = readonly Spent[];

/** The processes of a tree by the pid of its root, the root first. */
export function listTree(samples: readonly ProcessSample[], rootPid: number): readonly ProcessSample[] {
  const children = new Map<number, ProcessSample[]>();
  for (const sample of samples) children.set(sample.parentPid, [...(children.get(sample.parentPid) ?? []), sample]);
  const found = new Set(samples.filter(({ pid }) => pid === rootPid));
  for (const member of found) {
    for (const child of children.get(member.pid) ?? []) if (isOldEnough(member, child)) found.add(child);
  }
  return [...found];
}

/** Adds what this sample shows to the history, and sums up the last hour. Null when the own process is not among them. */
export function measureOwnCost(
  history: OwnHistory,
  input: {
    readonly samples: readonly ProcessSample[];
    readonly ownPid: number;
    readonly toCpuRatio: CpuMeter;
    readonly elapsedMs: number;
    readonly nowMs: number;
    readonly writtenBytes: number | null;
    readonly pssBytes: number | null;
    readonly wakeUpsPerSecond: number | null;
  },
): { readonly history: OwnHistory; readonly cost: OwnCost | null } {
  const { nowMs, elapsedMs } = input;
  const tree = listTree(input.samples, input.ownPid);
  if (tree.length === 0) return { history, cost: null };
  const ratio = input.toCpuRatio(tree);
  const fresh = history.filter(({ fromMs, toMs }) => fromMs >= nowMs - hourMs && toMs <= nowMs);
  const next =
    ratio === null ? fresh : [...fresh, { fromMs: nowMs - elapsedMs, toMs: nowMs, cpuMs: ratio * elapsedMs }];
  const measuredMs = next.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const cpuMs = next.reduce((sum, spent) => sum + spent.cpuMs, 0);
  const cost = {
    processes: tree.length,
    // Rounded to the shown precision, so that the snapshot does not change for less.
    cpuRatio: measuredMs > 0 ? Math.round((cpuMs / measuredMs) * 1e4) / 1e4 : null,
    sinceMs: floorTo(next[0]?.fromMs ?? nowMs, minuteMs),
    rssBytes: floorTo(
      tree.reduce((sum, { rssBytes }) => sum + rssBytes, 0),
      1e6,
    ),
    pssBytes: input.pssBytes,
    writtenBytes: input.writtenBytes,
    wakeUpsPerSecond: input.wakeUpsPerSecond,
  };
  return { history: next, cost };
}

/** Which budget is exceeded, once enough time was measured; null when none is. */
export function findOwnExcess(cost: OwnCost | null, nowMs: number): 'cpu' | 'memory' | null {
  if (cost === null || nowMs - cost.sinceMs < ownCostSettledMs) return null;
  if (cost.cpuRatio !== null && cost.cpuRatio > ownCpuBudgetRatio) return 'cpu';
  return cost.pssBytes !== null && cost.pssBytes > ownMemoryBudgetBytes ? 'memory' : null;
}
