import type { UsageCell } from '../domain/usage-cell.ts';
import type { SumQuery } from '../ports/ledger-store.ts';

/** A span of time, half open, in UTC milliseconds. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** No event is as late. */
export const endOfTimeMs = 2 ** 53;

/** The spans over which a query wants sums, in order. */
export function toSpans({ fromMs = 0, toMs = endOfTimeMs, bordersMs }: SumQuery): readonly Span[] {
  const firstMs = Math.max(0, fromMs);
  const starts = [firstMs, ...bordersMs.filter((border) => border > firstMs && border < toMs)];
  return starts
    .map((startMs, index) => ({ startMs, endMs: starts[index + 1] ?? toMs }))
    .filter(({ startMs, endMs }) => startMs < endMs);
}

/** A cell as a part of a sum: at the start of its span, and without what is not told apart. */
export function toSumPart(cell: UsageCell, startMs: number, tellApart: SumQuery['tellApart']): UsageCell {
  return {
    ...cell,
    startMs,
    sessionId: tellApart.includes('sessionId') ? cell.sessionId : '',
    project: tellApart.includes('project') ? cell.project : null,
    branch: tellApart.includes('branch') ? cell.branch : null,
    isSidechain: false,
  };
}
