import type { RootStatus } from '../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { discoverLogs, nothingDiscovered } from '../ingest/discovery/discover-logs.ts';
import type { FileProblem } from '../ingest/discovery/file-problem.ts';
import { type ExtraFolder, toSourceRoots } from '../ingest/discovery/source-roots.ts';
import type { LedgerAccess } from './ledger-access.ts';
import { countUnreadBytes } from './unread-logs.ts';

/** What a process that may not read the logs into the ledger sees of them: where they are, and what is still unread. */
export interface ReaderGlance {
  /** Looks at the disk. */
  look(): Promise<void>;
  /** Counts anew what the writer has not read of the files that the last look has found. */
  count(): void;
  unreadBytes(): number;
  roots(): ReadonlyMap<SourceId, readonly RootStatus[]>;
  problems(): readonly FileProblem[];
}

/** Builds it; it knows nothing before the first look. */
export function createReaderGlance(options: {
  readonly ledger: LedgerAccess;
  readonly host: HostEnvironment;
  readonly extraFolders: () => readonly ExtraFolder[];
}): ReaderGlance {
  const { ledger, host, extraFolders } = options;
  let found = nothingDiscovered;
  let files: { readonly path: string; readonly size: number }[] = [];
  let unreadBytes: number | null = null;
  return {
    async look() {
      const seen: typeof files = [];
      found = await discoverLogs(toSourceRoots(sources, host, extraFolders()), ({ path, size }) => {
        seen.push({ path, size });
      });
      files = seen;
      unreadBytes = null;
    },
    count() {
      // Once everything has been read, what is added is read as it comes.
      if (unreadBytes !== 0) unreadBytes = countUnreadBytes(files, ledger.store().knownFiles());
    },
    unreadBytes: () => unreadBytes ?? 0,
    roots: () => found.roots,
    problems: () => found.problems,
  };
}
