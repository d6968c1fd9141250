/** Text that could not be written. */
export class OutputError extends Error {
  /**
   * `closed`: the reader has what it wants and closed the pipe, as `… | head` does; no reason to complain.
   * `failed`: the text is lost, for example because the disk is full.
   */
  readonly reason: 'closed' | 'failed';
  readonly isDiskFull: boolean;

  /** Wraps what a stream or a system call reported. */
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
    this.reason = code !== undefined && closedCodes.has(code) ? 'closed' : 'failed';
    this.isDiskFull = code === 'ENOSPC' || code === 'EDQUOT';
  }
}

/** EOF is what Windows reports for a closed pipe. */
const closedCodes: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_DESTROYED']);
