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
}

/** A running agent: the root process and everything it started. */
export interface AgentProcess {
  readonly agent: string;
  readonly label: string;
  readonly pid: number;
  readonly startedAtMs: number;
  readonly cwd: string | null;
  /** Number of processes in the tree, including the root. */
  readonly processes: number;
  /** CPU use of the whole tree since the last sample, as a ratio of one core; null at the first sample. */
  readonly cpuRatio: number | null;
  readonly rssBytes: number;
}
