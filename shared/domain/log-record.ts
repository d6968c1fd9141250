import type { Flavor } from '../lib/flavor.ts';
import type { LimitReading } from './limit-window.ts';
import type { UsageEvent } from './usage-event.ts';

/** Why a record of a log yielded nothing to count, e.g. `not-json`. Each source declares its own; `doctor` shows the counts. */
export type SkipReason = Flavor<string, 'SkipReason'>;

/**
 * A kind of call that an agent makes without writing its usage, e.g. `title`: the log is a lower bound of the bill.
 * Each source declares its own.
 */
export type UnloggedCall = Flavor<string, 'UnloggedCall'>;

/** What a source's reader makes of a line. A line that does not concern us yields nothing. */
export type LogRecord =
  | { readonly kind: 'event'; readonly event: UsageEvent }
  /** One more row of the event before, that adds nothing to it. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'limit'; readonly reading: LimitReading }
  /** A thread was forked from another: their counters belong to one family. */
  | { readonly kind: 'lineage'; readonly threadId: string; readonly parentId: string }
  | { readonly kind: 'unlogged'; readonly call: UnloggedCall }
  | { readonly kind: 'skip'; readonly reason: SkipReason };
