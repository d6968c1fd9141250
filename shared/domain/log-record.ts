import type { Flavor } from '../lib/flavor.ts';
import type { LimitReading } from './limit-window.ts';
import type { UsageEvent } from './usage-event.ts';

/**
 * Why a log record yielded nothing to count, e.g. `not-json`. Each source declares its own; `doctor` shows the counts.
 */
export type SkipReason = Flavor<string, 'SkipReason'>;

/**
 * A kind of call whose usage the agent does not log, e.g. `title`: the log is a lower bound of what is billed. Each
 * source declares its own.
 */
export type UnloggedCall = Flavor<string, 'UnloggedCall'>;

/** What a source's reader returns for a line. Irrelevant lines yield nothing. */
export type LogRecord =
  | { readonly kind: 'event'; readonly event: UsageEvent }
  /** Another row of the previous event that adds nothing to it. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'limit'; readonly reading: LimitReading }
  /** A thread was forked from another: their counters belong to one family. */
  | { readonly kind: 'lineage'; readonly threadId: string; readonly parentId: string }
  | { readonly kind: 'unlogged'; readonly call: UnloggedCall }
  | { readonly kind: 'skip'; readonly reason: SkipReason };
