import type { Clock } from '../../../shared/ports/clock.ts';
import type { CursorStore } from '../../../shared/ports/cursor-store.ts';
import type { LedgerWriter } from '../../../shared/ports/ledger-writer.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { HostEnvironment, Source } from '../../../shared/sources/source.ts';
import type { GuestSystems } from '../system/guest-systems.ts';
import type { ExtraFolder } from './discovery/source-roots.ts';
import type { IngestTiming } from './watching/follow-logs.ts';

/** The options of ingest. */
export interface IngestOptions {
  readonly sources: readonly Source[];
  readonly host: HostEnvironment;
  /** Other systems on this machine, asked for before each look; none if omitted. */
  readonly guests?: GuestSystems;
  /** Folders that the user added in the settings. */
  readonly extraFolders: readonly ExtraFolder[];
  /** Written by ingest alone. */
  readonly store: CursorStore & LedgerWriter;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timing?: Partial<IngestTiming>;
  /** The pause between two reads while logs keep growing; called again each time. No pause if not given. */
  readonly liveRestMs?: () => number;
}
