import type { ScanProgress } from './scan-progress.ts';

/** A number of files and bytes. */
export interface FileSum {
  readonly files: number;
  readonly bytes: number;
}

/** Tracks what a pass still has to read, file by file, and reports it. */
export interface PassAccounting {
  /** Starts a pass over this total. `left` contains the number of bytes to read for each file. */
  begin(total: FileSum, left: ReadonlyMap<string, number>): void;
  /** Notes that this many bytes of a file were read. */
  credit(path: string, bytes: number): void;
  /** Notes that nothing more will be read from a file. */
  finish(path: string): void;
  /** Ends the pass, whatever was left. */
  end(): void;
}

/** Builds the accounting; before the first pass it ignores everything. */
export function createPassAccounting(progress: ScanProgress): PassAccounting {
  let due = new Map<string, number>();
  const credit = (path: string, bytes: number): void => {
    const left = due.get(path);
    if (left === undefined) return;
    due.set(path, Math.max(0, left - bytes));
    progress.addBytes(Math.min(left, bytes));
  };
  return {
    begin(total, left) {
      due = new Map(left);
      const bytesLeft = [...left.values()].reduce((sum, bytes) => sum + bytes, 0);
      progress.begin(total, { files: total.files - left.size, bytes: total.bytes - bytesLeft });
    },
    credit,
    finish(path) {
      const left = due.get(path);
      if (left === undefined) return;
      credit(path, left);
      due.delete(path);
      progress.addFile();
    },
    end: () => void (due = new Map()),
  };
}
