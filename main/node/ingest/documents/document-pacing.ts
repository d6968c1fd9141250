/** A document may take this share of one core, however often it is rewritten. */
const busyShare = 0.1;
/** Reading that takes less is not worth delaying. */
const smallMs = 50;
const maxRestMs = 60_000;

/** Spaces out reads of documents that are rewritten constantly: each read costs the whole document. */
export interface DocumentPacing {
  /** A document was read, which took `tookMs`. */
  noteRead(path: string, tookMs: number): void;
  /** A file has changed: passes it on, at once or after a pause. */
  noteChange(path: string): void;
  close(): void;
}

/** Builds it. Its timers do not keep the process alive. */
export function createDocumentPacing(options: {
  readonly nowMs: () => number;
  readonly onDue: (path: string) => void;
}): DocumentPacing {
  const restUntil = new Map<string, number>();
  const timers = new Map<string, NodeJS.Timeout>();
  const pass = (path: string): void => {
    timers.delete(path);
    restUntil.delete(path);
    options.onDue(path);
  };
  return {
    noteRead(path, tookMs) {
      if (tookMs < smallMs) restUntil.delete(path);
      else restUntil.set(path, options.nowMs() + Math.min(maxRestMs, tookMs / busyShare));
    },
    noteChange(path) {
      const restMs = (restUntil.get(path) ?? 0) - options.nowMs();
      if (restMs <= 0) pass(path);
      else if (!timers.has(path)) timers.set(path, setTimeout(pass, restMs, path).unref());
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
