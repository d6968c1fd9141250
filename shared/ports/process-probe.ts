import type { DetailKind, ProcessDetails } from '../domain/process-details.ts';
import type { ProcessSample } from '../domain/process-sample.ts';

/** Which processes matter, with everything that they started. */
export type IsFollowed = (process: Pick<ProcessSample, 'pid' | 'name' | 'commandLine'>) => boolean;

/** Reads the system's process table. */
export interface ProcessProbe {
  /**
   * All readable processes, in one sweep. Rejects when the table cannot be read at all. Those that `isFollowed` picks,
   * and everything they started, are read every time; what a probe knows about the others may be a few sweeps old.
   */
  sample(isFollowed: IsFollowed): Promise<readonly ProcessSample[]>;
  /**
   * Details of a few processes, in order. Those that are gone are left out. Takes long where it runs a program (macOS,
   * Windows). Rejects when that program fails.
   */
  inspect(pids: readonly number[], kinds: readonly DetailKind[]): Promise<readonly ProcessDetails[]>;
}
