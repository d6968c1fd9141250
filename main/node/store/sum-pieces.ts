import { dayMs } from '../../../shared/domain/instant.ts';
import type { Span } from '../../../shared/ledger/spans.ts';

/** A part of a span. */
export interface SumPiece extends Span {
  /** Start of the span that it belongs to. */
  readonly spanMs: number;
}

/** The parts of spans, by the tables that supply them. */
export interface SumPieces {
  /** Whole days (UTC). */
  readonly days: readonly SumPiece[];
  /** Quarter hours of days that the span does not fully cover, as is the case for every day in most time zones. */
  readonly quarters: readonly SumPiece[];
  /** Parts in days whose stored sums are out of date. */
  readonly changed: readonly SumPiece[];
}

/** Splits spans into pieces. Both the out-of-date days and the spans must be in ascending order. */
export function splitSpans(spans: readonly Span[], dirtyDays: readonly number[]): SumPieces {
  const pieces = { days: [] as SumPiece[], quarters: [] as SumPiece[], changed: [] as SumPiece[] };
  let next = 0;
  for (const { startMs: spanMs, endMs } of spans) {
    const put = (into: SumPiece[], startMs: number, pieceEndMs: number): number => {
      const last = into.at(-1);
      if (last?.endMs === startMs && last.spanMs === spanMs) into[into.length - 1] = { ...last, endMs: pieceEndMs };
      else into.push({ spanMs, startMs, endMs: pieceEndMs });
      return pieceEndMs;
    };
    for (let atMs = spanMs; atMs < endMs;) {
      const day = Math.floor(atMs / dayMs);
      const dayEndMs = Math.min((day + 1) * dayMs, endMs);
      while ((dirtyDays[next] ?? Infinity) < day) next += 1;
      const nextDirtyMs = (dirtyDays[next] ?? Infinity) * dayMs;
      const wholeEndMs = Math.min(Math.floor(endMs / dayMs) * dayMs, nextDirtyMs);
      if (nextDirtyMs <= atMs) atMs = put(pieces.changed, atMs, dayEndMs);
      else if (atMs === day * dayMs && wholeEndMs > atMs) atMs = put(pieces.days, atMs, wholeEndMs);
      else atMs = put(pieces.quarters, atMs, dayEndMs);
    }
  }
  return pieces;
}
