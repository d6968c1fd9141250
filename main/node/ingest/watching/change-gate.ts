/** Passes changed files on for reading: the first at once, those that follow closely together. */
export interface ChangeGate {
  /** A file has changed, or may have. */
  note(path: string): void;
  /** Whether a file is waiting to be passed on: further news of it until then adds nothing. */
  isWaiting(path: string): boolean;
  /** Passes on what is waiting, e.g. because a view was opened. */
  open(): void;
  close(): void;
}

/**
 * Builds the gate. Opening a file, committing its contents and showing them costs far more than the line itself, so
 * while agents write, groups of changes are `restMs` apart. Its timer does not keep the process alive.
 */
export function createChangeGate(options: {
  readonly restMs: () => number;
  readonly onChanges: (paths: readonly string[]) => void;
}): ChangeGate {
  let waiting = new Set<string>();
  let openedAt = -Infinity;
  let timer: NodeJS.Timeout | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const open = (): void => {
    stop();
    if (waiting.size === 0) return;
    const paths = [...waiting];
    waiting = new Set();
    openedAt = performance.now();
    options.onChanges(paths);
  };
  return {
    note(path) {
      waiting.add(path);
      const dueMs = openedAt + options.restMs() - performance.now();
      if (dueMs <= 0) open();
      else timer ??= setTimeout(open, dueMs).unref();
    },
    isWaiting: (path) => waiting.has(path),
    open,
    close() {
      stop();
      waiting = new Set();
    },
  };
}
