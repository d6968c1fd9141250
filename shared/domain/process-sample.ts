/** One process of the system's process table, as a probe read it. */
export interface ProcessSample {
  readonly pid: number;
  readonly parentPid: number;
  /** Short name of the executable, without path and without `.exe`. */
  readonly name: string;
  /** Full command line where the system lets us read it. Used for matching only, never shown or stored. */
  readonly commandLine: string;
  /** Working directory where the system provides it cheaply (Linux); otherwise null. */
  readonly cwd: string | null;
  /** Start of the process, UTC milliseconds. Distinguishes a reused pid from the old process. */
  readonly startedAtMs: number;
  /** CPU time used since its start, in milliseconds. */
  readonly cpuTimeMs: number;
  readonly rssBytes: number;
  /** It was stopped by a signal and uses no CPU; null where the system does not say (Windows). */
  readonly isPaused: boolean | null;
}
