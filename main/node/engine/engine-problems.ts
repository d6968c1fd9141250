import type { OwnCost } from '../../../shared/domain/agent-process.ts';
import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import { findOwnExcess, ownCpuBudgetRatio, ownMemoryBudgetBytes } from '../../../shared/processes/own-cost.ts';
import type { FileProblem } from '../ingest/discovery/file-problem.ts';
import { toStoreFailure } from '../store/store-errors.ts';

/** What may be wrong, as known to the engine's parts. */
export interface ProblemFacts {
  readonly ledger: Problem | null;
  readonly expiry: Problem | null;
  readonly processes: Problem | null;
  /** What Fuelgauge itself costs. */
  readonly own: OwnCost | null;
  readonly nowMs: number;
  /** The error that the store threw at the last write; null when everything is written. */
  readonly writeFailure: unknown;
  readonly dataFolder: string;
  readonly unreadable: readonly FileProblem[];
  /** How much of the logs the process that writes the ledger has yet to read. */
  readonly unreadBytes: number;
}

/** A snapshot's problems, most important first. */
export function listProblems(facts: ProblemFacts): readonly Problem[] {
  const { writeFailure, dataFolder, unreadBytes } = facts;
  const [unreadable] = facts.unreadable;
  return [
    facts.ledger,
    facts.expiry,
    writeFailure === null
      ? null
      : createProblem('ledger-write', { folder: dataFolder, failure: toStoreFailure(writeFailure, dataFolder) }),
    facts.processes,
    toOwnProblem(facts),
    unreadBytes === 0 ? null : createProblem('still-reading', { bytesLeft: unreadBytes }),
    unreadable === undefined
      ? null
      : createProblem('unreadable-logs', {
          path: unreadable.path,
          reason: unreadable.reason,
          more: facts.unreadable.length - 1,
        }),
  ].filter((problem) => problem !== null);
}

function toOwnProblem({ own, nowMs }: ProblemFacts): Problem | null {
  const excess = findOwnExcess(own, nowMs);
  if (own === null || excess === null) return null;
  // Rounded, so that the problem stays the same while the figure fluctuates.
  return excess === 'cpu'
    ? createProblem('own-cpu', {
        percent: Math.ceil((own.cpuRatio ?? 0) * 1_000) / 10,
        budgetPercent: ownCpuBudgetRatio * 100,
      })
    : createProblem('own-memory', {
        megabytes: Math.ceil((own.pssBytes ?? 0) / 1e7) * 10,
        budgetMegabytes: ownMemoryBudgetBytes / 1e6,
      });
}
