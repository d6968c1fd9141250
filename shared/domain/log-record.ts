import type { LimitReading } from './limit-window.ts';
import type { UsageEvent } from './usage-event.ts';

/** Why a line of a log yielded nothing to count. `doctor` shows the counts. */
export type SkipReason =
  | 'not-json'
  | 'not-a-record'
  | 'line-too-long'
  | 'no-timestamp'
  | 'bad-usage'
  | 'synthetic'
  | 'empty-usage'
  | 'progress-copy'
  | 'repeated-counter'
  | 'stale-counter'
  | 'no-model';

/** Calls that an agent is known to make without writing their usage: the log is a lower bound of the bill. */
export type UnloggedCall = 'title' | 'recap' | 'compaction' | 'web-search';

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
