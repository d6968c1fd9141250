import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Committer } from './committer.ts';
import { isReadToItsEnd, type FileFacts, type SeenFile } from './discovery/file-identity.ts';
import type { FileProblem } from './discovery/file-problem.ts';
import { isCompressed, toCompressedPath } from './discovery/log-file-name.ts';
import type { LogOwner } from './discovery/source-roots.ts';
import type { ReadResult } from './file-reading.ts';

/** After this delay, a file that was being written is checked again, even without a change event. */
const unstableRetryMs = 1000;

/** The last known state of each file, as far as its cursor does not contain it, and why files could not be read. */
export interface FileStates {
  seen(path: string): SeenFile | undefined;
  /** Records how a read ended; asks for another one where that is needed. */
  note(path: string, owner: LogOwner, result: ReadResult): void;
  /** Records that a file is gone, also in its cursor. */
  noteGone(path: string): void;
  problems(): readonly FileProblem[];
  dropProblems(isOver: (path: string) => boolean): void;
  /** Clears the states, but not the problems. */
  forget(): void;
}

/** Builds it; nothing is known at first. */
export function createFileStates(options: {
  readonly committer: Committer;
  readonly onSeen: (path: string, facts: FileFacts) => void;
  readonly onAgain: (path: string) => void;
  /** Whether what a source's logs held is forgotten together with them. */
  readonly isImported: (source: SourceId) => boolean;
}): FileStates {
  const { committer, onSeen, onAgain } = options;
  const seen = new Map<string, SeenFile>();
  const problems = new Map<string, FileProblem & { readonly isDamage: boolean }>();

  /** Do not store what the cursor already contains. */
  const remember = (path: string, file: SeenFile): void => {
    const known = committer.known(path);
    if (file.tailHash === null && known !== undefined && isReadToItsEnd(path, file, known)) seen.delete(path);
    else seen.set(path, file);
  };

  const noteGone = (path: string): void => {
    const cursor = committer.cursor(path);
    seen.delete(path);
    problems.delete(path);
    if (cursor === undefined || cursor.isGone) return;
    if (options.isImported(cursor.source)) {
      // Its remaining files are read again.
      for (const rest of committer.forgetSource(cursor.source)) if (rest !== path) onAgain(rest);
    } else committer.add({ records: [], cursor: { ...cursor, isGone: true } }, 0);
  };

  return {
    seen: (path) => seen.get(path),
    note(path, { source }, result) {
      switch (result.kind) {
        case 'read':
        case 'unchanged':
          remember(path, result.seen);
          // An unchanged damaged file is not read again and still counts as damaged.
          if (result.kind === 'read' || problems.get(path)?.isDamage !== true) problems.delete(path);
          return onSeen(path, result.seen);
        case 'unstable':
          onSeen(path, result.facts);
          // If it does not change by then, it is damaged.
          return void setTimeout(() => onAgain(path), unstableRetryMs).unref();
        case 'stopped':
          return onAgain(path);
        case 'gone':
          noteGone(path);
          // It may just have been compressed.
          if (!isCompressed(path)) onAgain(toCompressedPath(path));
          return;
        case 'failed':
          problems.set(path, { source: source.id, path, reason: result.reason, isDamage: result.seen !== undefined });
          if (result.seen !== undefined) seen.set(path, result.seen);
      }
    },
    noteGone,
    problems: () => [...problems.values()].map(({ isDamage: _isDamage, ...problem }) => problem),
    dropProblems(isOver) {
      for (const path of problems.keys()) if (isOver(path)) problems.delete(path);
    },
    forget: () => seen.clear(),
  };
}
