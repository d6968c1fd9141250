/** Reads a few files at a time, and never the same file twice at once. */
export interface ReadQueue {
  /** Adds files to the end of the queue; files that are already waiting keep their place. */
  add(paths: readonly string[]): void;
  /** Puts a file first because it has just changed. A file that is being read is read once more. */
  addFirst(path: string): void;
  /** Resolves when the queue is empty and nothing is being read, or when the queue is closed. */
  idle(): Promise<void>;
  /** While paused, no new file is started. */
  setPaused(isPaused: boolean): void;
  /** Discards waiting files; resolves when nothing is being read. */
  close(): Promise<void>;
}

/** How a queue works. */
export interface ReadQueueOptions {
  /** How many files may be read at once; called again whenever one is done. */
  readonly width: () => number;
  /** Reads one file. Must not reject. */
  readonly run: (path: string) => Promise<void>;
  /** Called whenever nothing is being read: everything is done, or the queue is paused. */
  readonly onQuiet: () => void;
}

/** Builds a queue. */
export function createReadQueue(options: ReadQueueOptions): ReadQueue {
  const { width, run, onQuiet } = options;
  const waiting = createWaitingLine();
  const running = new Set<string>();
  const again = new Set<string>();
  const idleWaiters: (() => void)[] = [];
  let isPaused = false;
  let isClosed = false;

  const finishIfIdle = (): void => {
    if (running.size > 0) return;
    onQuiet();
    if (!waiting.isEmpty() && !isClosed) return;
    for (const resolve of idleWaiters.splice(0)) resolve();
  };

  const start = (path: string): void => {
    running.add(path);
    void run(path).finally(() => {
      running.delete(path);
      if (again.delete(path) && !isClosed) waiting.addFirst(path);
      pump();
    });
  };

  const pump = (): void => {
    while (!isPaused && !isClosed && running.size < width()) {
      const path = waiting.take();
      if (path === undefined) break;
      start(path);
    }
    finishIfIdle();
  };

  return {
    add(paths) {
      const fresh = paths.filter((path) => !waiting.has(path) && !running.has(path));
      if (isClosed || fresh.length === 0) return;
      waiting.addLast(fresh);
      pump();
    },
    addFirst(path) {
      if (running.has(path)) again.add(path);
      else if (!isClosed) waiting.addFirst(path);
      pump();
    },
    idle() {
      if (isClosed || (running.size === 0 && waiting.isEmpty())) return Promise.resolve();
      return new Promise((resolve) => idleWaiters.push(resolve));
    },
    setPaused(paused) {
      isPaused = paused;
      pump();
    },
    async close() {
      isClosed = true;
      waiting.clear();
      again.clear();
      if (running.size > 0) await new Promise<void>((resolve) => idleWaiters.push(resolve));
      else finishIfIdle();
    },
  };
}

/** The files that wait, in order, each once. */
function createWaitingLine() {
  /** In reverse order, so that taking the next file is cheap. */
  let line: string[] = [];
  const waiting = new Set<string>();
  return {
    has: (path: string): boolean => waiting.has(path),
    isEmpty: (): boolean => waiting.size === 0,
    addFirst(path: string): void {
      // It also keeps its old place; when its turn comes again, it is no longer waiting.
      waiting.add(path);
      line.push(path);
    },
    addLast(paths: readonly string[]): void {
      for (const path of paths) waiting.add(path);
      line = [...paths.toReversed(), ...line];
    },
    take(): string | undefined {
      for (let path = line.pop(); path !== undefined; path = line.pop()) if (waiting.delete(path)) return path;
      return undefined;
    },
    clear(): void {
      line = [];
      waiting.clear();
    },
  };
}
