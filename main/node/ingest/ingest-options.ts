import type { Clock } from '../../../shared/ports/clock.ts';
import type { LedgerStore } from '../../../shared/ports/ledger-store.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { HostEnvironment, Source } from '../../../shared/sources/source.ts';
import type { ExtraFolder } from './discovery/source-roots.ts';
import type { IngestTiming } from './watching/follow-logs.ts';

/** What ingest works with. */
export interface IngestOptions {
  readonly sources: readonly Source[];
  readonly host: HostEnvironment;
  /** Folders that the person named in the settings. */
  readonly extraFolders: readonly ExtraFolder[];
  /** Written by ingest alone. */
  readonly store: LedgerStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timing?: Partial<IngestTiming>;
  /** While logs keep growing so long lies between two looks at them; asked for again each time. None if not given. */
  readonly liveRestMs?: () => number;
}
