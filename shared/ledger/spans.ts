import { defaultProfile, groupFields } from '../domain/profile-fields.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { SumQuery } from '../ports/event-store.ts';

/** A span of time, half open, in UTC milliseconds. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** Later than any event. */
export const endOfTimeMs = 2 ** 53;

/** The spans to sum for a query, in order. */
export function toSpans({ fromMs = 0, toMs = endOfTimeMs, boundariesMs }: SumQuery): readonly Span[] {
  const firstMs = Math.max(0, fromMs);
  const starts = [firstMs, ...boundariesMs.filter((boundary) => boundary > firstMs && boundary < toMs)];
  return starts
    .map((startMs, index) => ({ startMs, endMs: starts[index + 1] ?? toMs }))
    .filter(({ startMs, endMs }) => startMs < endMs);
}

/** Turns a cell into a part of a sum: moved to the start of its span, without the fields that are not grouped by. */
export type SumPartMapper = (cell: UsageCell, startMs: number) => UsageCell;

/** Builds the mapper. Fields that are not grouped by have their default value in all parts. */
export function createSumPartMapper(groupBy: SumQuery['groupBy']): SumPartMapper {
  const mixed = Object.fromEntries(
    groupFields.filter((name) => !groupBy.includes(name)).map((name) => [name, defaultProfile[name]]),
  );
  return (cell, startMs) => ({ ...cell, ...mixed, startMs });
}
