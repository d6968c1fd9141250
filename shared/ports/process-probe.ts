import type { ProcessSample } from '../domain/process-sample.ts';

/** Reads the system's process table. */
export interface ProcessProbe {
  /** All readable processes, in one sweep. Rejects when the table cannot be read at all. */
  sample(): Promise<readonly ProcessSample[]>;
}
