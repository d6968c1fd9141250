import { dayMs } from '../../../shared/domain/instant.ts';
import type { Span } from '../../../shared/ledger/spans.ts';

/** A part of a span. */
export interface SumPiece extends Span {
  /** Start of the span that it is a part of. */
  readonly spanMs: number;
}

/** The parts of spans, by what answers for them. */
export interface SumPieces {
  /** Whole days (UTC). */
  readonly days: readonly SumPiece[];
  /** Quarters of an hour of days that are not in the span as a whole, as every day of most time zones. */
  readonly quarters: readonly SumPiece[];
  /** What lies in days whose kept sums are out of date. */
  readonly changed: readonly SumPiece[];
}

/** Cuts spans into pieces. Days out of date must ascend, and so must the spans. */
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
