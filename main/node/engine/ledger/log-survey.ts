import type { RootStatus } from '../../../../shared/domain/doctor-report.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import { noGuests, withGuests, type GuestSystems } from '../../system/guest-systems.ts';
import { discoverLogs, nothingDiscovered } from '../../ingest/discovery/discover-logs.ts';
import type { FileProblem } from '../../ingest/discovery/file-problem.ts';
import { findSourceRoots } from '../../ingest/discovery/listed-roots.ts';
import type { ExtraFolder } from '../../ingest/discovery/source-roots.ts';
import type { LedgerAccess } from './ledger-access.ts';
import { countUnreadBytes } from './unread-logs.ts';

/** What a survey needs. */
export interface LogSurveyOptions {
  readonly ledger: LedgerAccess;
  readonly host: HostEnvironment;
  /** Other systems on this machine; none if omitted. */
  readonly guests?: GuestSystems;
  readonly extraFolders: () => readonly ExtraFolder[];
}

/** What a read-only process sees of the logs: where they are, and how much is still unread. */
export interface LogSurvey {
  /** Scans the disk. */
  refresh(): Promise<void>;
  /** Recounts what the writer has not yet read of the files found by the last scan. */
  recount(): void;
  unreadBytes(): number;
  roots(): ReadonlyMap<SourceId, readonly RootStatus[]>;
  unreadable(): readonly FileProblem[];
}

/** Builds it; it knows nothing before the first scan. */
export function createLogSurvey(options: LogSurveyOptions): LogSurvey {
  const { ledger, host, guests = noGuests, extraFolders } = options;
  let found = nothingDiscovered;
  let files: { readonly path: string; readonly size: number }[] = [];
  let unreadBytes: number | null = null;
  return {
    async refresh() {
      const seen: typeof files = [];
      await guests.refresh();
      const roots = await findSourceRoots(sources, withGuests(host, guests), extraFolders(), guests.isAsleep);
      found = await discoverLogs(roots, ({ path, size }) => void seen.push({ path, size }), guests.isAsleep);
      files = seen;
      unreadBytes = null;
    },
    recount() {
      // Once everything has been read, additions are read as they arrive.
      if (unreadBytes !== 0) unreadBytes = countUnreadBytes(files, ledger.store().knownFiles());
    },
    unreadBytes: () => unreadBytes ?? 0,
    roots: () => found.roots,
    unreadable: () => found.problems,
  };
}
