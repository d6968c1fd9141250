/** Reads files, a few at a time, each at most once at a time. */
export interface ReadQueue {
  /** Puts files at the end of the line; those that wait already keep their place. */
  add(paths: readonly string[]): void;
  /** Puts a file in front: it changed just now. A file that is being read is read once more. */
  addFirst(path: string): void;
  /** Resolves when nothing waits and nothing is being read, or when the queue is closed. */
  idle(): Promise<void>;
  /** Begins no file while paused. */
  setPaused(isPaused: boolean): void;
  /** Forgets what waits; resolves when nothing is being read. */
  close(): Promise<void>;
}

/** What a queue does. */
export interface ReadQueueOptions {
  /** How many files may be given out at once; asked again whenever one is done. */
  readonly width: () => number;
  /** Reads one file. Must not reject. */
  readonly run: (path: string) => Promise<void>;
  /** Called whenever nothing is being read: all is done, or the queue is paused. */
  readonly onQuiet: () => void;
}

/** Builds a queue. */
export function createReadQueue(options: ReadQueueOptions): ReadQueue {
  const { width, run, onQuiet } = options;
  /** Next file last, so that taking it is cheap. */
  let line: string[] = [];
  const waiting = new Set<string>();
  const running = new Set<string>();
  const again = new Set<string>();
  let idleWaiters: (() => void)[] = [];
  let isPaused = false;
  let isClosed = false;

  const settle = (): void => {
    if (running.size > 0) return;
    onQuiet();
    if (waiting.size > 0 && !isClosed) return;
    const waiters = idleWaiters;
    idleWaiters = [];
    for (const resolve of waiters) resolve();
  };

  const start = (path: string): void => {
    running.add(path);
    void run(path).finally(() => {
      running.delete(path);
      if (again.delete(path)) put(path);
      pump();
    });
  };

  const put = (path: string): void => {
    if (isClosed) return;
    // A file put in front keeps its old place as well; the second time it is met it no longer waits.
    waiting.add(path);
    line.push(path);
  };

  const pump = (): void => {
    while (!isPaused && !isClosed && running.size < width()) {
      const path = line.pop();
      if (path === undefined) break;
      if (!waiting.delete(path)) continue;
      start(path);
    }
    settle();
  };

  return {
    add(paths) {
      const fresh = paths.filter((path) => !waiting.has(path) && !running.has(path));
      if (isClosed || fresh.length === 0) return;
      for (const path of fresh) waiting.add(path);
      line = [...fresh.reverse(), ...line];
      pump();
    },
    addFirst(path) {
      if (running.has(path)) again.add(path);
      else put(path);
      pump();
    },
    idle() {
      if (isClosed || (running.size === 0 && waiting.size === 0)) return Promise.resolve();
      return new Promise((resolve) => idleWaiters.push(resolve));
    },
    setPaused(paused) {
      isPaused = paused;
      pump();
    },
    async close() {
      isClosed = true;
      line = [];
      waiting.clear();
      again.clear();
      if (running.size > 0) await new Promise<void>((resolve) => idleWaiters.push(resolve));
      else settle();
    },
  };
}
