import { scanNotStarted, type ScanStatus } from '../../../shared/snapshot/app-snapshot.ts';

/** The progress of reading; see `ScanStatus`. Once nothing is left to read, the phase is `watching`. */
export type IngestProgress = ScanStatus;

const minGapMs = 100;

/** Counts what a pass over the files has done, and reports it at most ten times a second. */
export interface ScanProgress {
  /** Starts a pass. The totals cover all files; `done` is the part that need not be read. */
  begin(
    total: { readonly files: number; readonly bytes: number },
    done: { readonly files: number; readonly bytes: number },
  ): void;
  addBytes(bytes: number): void;
  addFile(): void;
  /** Changes the phase, which is reported at once. `watching` completes the pass. */
  setPhase(phase: ScanStatus['phase']): void;
  current(): IngestProgress;
  close(): void;
}

/** Builds the progress of a scan that has not started. */
export function createScanProgress(report: (progress: IngestProgress) => void): ScanProgress {
  let current: IngestProgress = scanNotStarted;
  let reportedAt = -Infinity;
  let timer: NodeJS.Timeout | null = null;

  const reportNow = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    reportedAt = performance.now();
    report(current);
  };

  const update = (change: Partial<IngestProgress>): void => {
    const next = { ...current, ...change };
    const bytesDone = Math.min(next.bytesDone, next.bytesTotal);
    current = { ...next, bytesDone, percent: toPercent(bytesDone, next.bytesTotal) };
    const waitMs = reportedAt + minGapMs - performance.now();
    if (waitMs <= 0) reportNow();
    else if (timer === null) {
      timer = setTimeout(reportNow, waitMs);
      timer.unref();
    }
  };

  return {
    begin(total, done) {
      update({ filesTotal: total.files, bytesTotal: total.bytes, filesDone: done.files, bytesDone: done.bytes });
    },
    addBytes(bytes) {
      if (bytes > 0) update({ bytesDone: current.bytesDone + bytes });
    },
    addFile() {
      update({ filesDone: Math.min(current.filesTotal, current.filesDone + 1) });
    },
    setPhase(phase) {
      const isComplete = phase === 'watching';
      if (phase === current.phase && !isComplete) return;
      const { filesTotal, bytesTotal } = current;
      const next = {
        ...current,
        phase,
        ...(isComplete && { filesDone: filesTotal, bytesDone: bytesTotal, percent: 100 }),
      };
      const isNews = JSON.stringify(next) !== JSON.stringify(current);
      current = next;
      if (isNews || timer !== null) reportNow();
    },
    current: () => current,
    close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

/** With nothing to read, everything has been read. */
function toPercent(bytesDone: number, bytesTotal: number): number {
  return bytesTotal === 0 ? 100 : (bytesDone / bytesTotal) * 100;
}
