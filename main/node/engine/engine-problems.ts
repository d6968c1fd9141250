import { createProblem, type Problem } from '../../../shared/domain/problem.ts';
import type { FileProblem } from '../ingest/discovery/file-problem.ts';
import { toStoreFailure } from '../store/store-errors.ts';

/** What may be wrong, as known to the engine's parts. */
export interface Trouble {
  readonly ledger: Problem | null;
  readonly expiry: Problem | null;
  readonly processes: Problem | null;
  /** The error that the store threw at the last write; null when everything is written. */
  readonly writeFailure: unknown;
  readonly dataFolder: string;
  readonly unreadable: readonly FileProblem[];
  /** How much of the logs the process that writes the ledger has yet to read. */
  readonly unreadBytes: number;
}

/** A snapshot's problems, most important first. */
export function listProblems(trouble: Trouble): readonly Problem[] {
  const { writeFailure, dataFolder, unreadBytes } = trouble;
  const [unreadable] = trouble.unreadable;
  return [
    trouble.ledger,
    trouble.expiry,
    writeFailure === null
      ? null
      : createProblem('ledger-write', { folder: dataFolder, failure: toStoreFailure(writeFailure, dataFolder) }),
    trouble.processes,
    unreadBytes === 0 ? null : createProblem('still-reading', { bytesLeft: unreadBytes }),
    unreadable === undefined
      ? null
      : createProblem('unreadable-logs', {
          path: unreadable.path,
          reason: unreadable.reason,
          more: trouble.unreadable.length - 1,
        }),
  ].filter((problem) => problem !== null);
}
