/** A TCP port that a process listens on. */
export interface ListeningPort {
  readonly port: number;
  /** The local address, as the system writes it; `*` for every one. */
  readonly address: string;
}

/** What a probe finds out about a process only when it is asked, because it takes time. */
export type DetailKind = 'files' | 'memory' | 'ports';

/** The details of one process. Null: not asked for, not allowed, or unknown on this system. */
export interface ProcessDetails {
  readonly pid: number;
  readonly cwd: string | null;
  /** Absolute paths of the regular files that it holds open. */
  readonly openFiles: readonly string[] | null;
  /** Memory in bytes with each shared page divided among those that share it (Linux: PSS). */
  readonly pssBytes: number | null;
  readonly ports: readonly ListeningPort[] | null;
}
