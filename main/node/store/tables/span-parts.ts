import { dayMs } from '../../../../shared/domain/instant.ts';
import type { Span } from '../../../../shared/ledger/spans.ts';

/** A part of a span. */
export interface SpanPart extends Span {
  /** Start of the span that it belongs to. */
  readonly spanMs: number;
}

/** The parts of spans, by the tables that supply them. */
export interface SpanParts {
  /** Whole days (UTC). */
  readonly days: readonly SpanPart[];
  /** Quarter hours of days that the span does not fully cover, as is the case for every day in most time zones. */
  readonly quarters: readonly SpanPart[];
  /** Parts in days whose stored sums are out of date. */
  readonly changed: readonly SpanPart[];
}

/** Splits spans into parts. Both the out-of-date days and the spans must be in ascending order. */
export function splitSpans(spans: readonly Span[], dirtyDays: readonly number[]): SpanParts {
  const parts = { days: [] as SpanPart[], quarters: [] as SpanPart[], changed: [] as SpanPart[] };
  let next = 0;
  for (const { startMs: spanMs, endMs } of spans) {
    const add = (into: SpanPart[], startMs: number, partEndMs: number): number => {
      const last = into.at(-1);
      if (last?.endMs === startMs && last.spanMs === spanMs) into[into.length - 1] = { ...last, endMs: partEndMs };
      else into.push({ spanMs, startMs, endMs: partEndMs });
      return partEndMs;
    };
    for (let atMs = spanMs; atMs < endMs;) {
      const day = Math.floor(atMs / dayMs);
      const dayEndMs = Math.min((day + 1) * dayMs, endMs);
      while ((dirtyDays[next] ?? Infinity) < day) next += 1;
      const nextDirtyMs = (dirtyDays[next] ?? Infinity) * dayMs;
      const wholeEndMs = Math.min(Math.floor(endMs / dayMs) * dayMs, nextDirtyMs);
      if (nextDirtyMs <= atMs) atMs = add(parts.changed, atMs, dayEndMs);
      else if (atMs === day * dayMs && wholeEndMs > atMs) atMs = add(parts.days, atMs, wholeEndMs);
      else atMs = add(parts.quarters, atMs, dayEndMs);
    }
  }
  return parts;
}
