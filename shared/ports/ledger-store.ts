import type { ActivityStore } from './activity-store.ts';
import type { CursorStore } from './cursor-store.ts';
import type { EventStore } from './event-store.ts';
import type { LedgerUpkeep } from './ledger-upkeep.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import type { LimitStore } from './limit-store.ts';
import type { SampleStore } from './sample-store.ts';

/**
 * A whole ledger, for code that opens, passes on and closes it. All other code takes the narrowest part that it needs.
 * One process at a time may write. Every method is synchronous, so call it on a worker.
 */
export interface LedgerStore
  extends EventStore, CursorStore, LimitStore, SampleStore, ActivityStore, LedgerWriter, LedgerUpkeep {
  close(): void;
}
