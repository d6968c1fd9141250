import type { ScanProgress } from './scan-progress.ts';

/** How many files and bytes. */
export interface FileSum {
  readonly files: number;
  readonly bytes: number;
}

/** Keeps account of what a pass has still to read, file by file, and reports it. */
export interface PassAccounting {
  /** Begins a pass over so many files in all. `left` says how many bytes of which file are to be read. */
  begin(total: FileSum, left: ReadonlyMap<string, number>): void;
  /** So many bytes of a file were read. */
  credit(path: string, bytes: number): void;
  /** Nothing more is to be read of a file. */
  finish(path: string): void;
  /** The pass is over, whatever was left. */
  end(): void;
}

/** Builds the account; while no pass has begun it takes note of nothing. */
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
