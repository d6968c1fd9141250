import { defaultProfile, groupFields } from '../domain/profile-fields.ts';
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
export function toSpans({ fromMs = 0, toMs = endOfTimeMs, boundariesMs }: SumQuery): readonly Span[] {
  const firstMs = Math.max(0, fromMs);
  const starts = [firstMs, ...boundariesMs.filter((border) => border > firstMs && border < toMs)];
  return starts
    .map((startMs, index) => ({ startMs, endMs: starts[index + 1] ?? toMs }))
    .filter(({ startMs, endMs }) => startMs < endMs);
}

/** Turns cells into parts of a sum: at the start of their span, and without what is not told apart. */
export type SumPartMapper = (cell: UsageCell, startMs: number) => UsageCell;

/** Builds the mapper. What is not told apart has its default value in all parts. */
export function createSumPartMapper(groupBy: SumQuery['groupBy']): SumPartMapper {
  const mixed = Object.fromEntries(
    groupFields.filter((name) => !groupBy.includes(name)).map((name) => [name, defaultProfile[name]]),
  );
  return (cell, startMs) => ({ ...cell, ...mixed, startMs });
}
