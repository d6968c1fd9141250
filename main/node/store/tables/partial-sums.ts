import { dayMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import { contextClasses } from '../../../../shared/domain/usage-cell.ts';
import { eventFlags } from './event-rows.ts';

/** Bits of the flags of `compacted_cells`, `quarter_cells` and `day_cells`. */
export const cellFlags = { logged: 1, replay: 2 } as const;

/** The summed columns of cells, in the order of their tables' last columns. */
export const summedColumns = ['events', 'unfinished', 'input', 'cache_5m', 'cache_1h', 'cache_read', 'output',
  'reasoning', 'web_searches', 'logged_cost_micro_usd'] as const; // prettier-ignore

/** All columns of a cell except the one for its time, in the order of the tables. */
export const cellColumns = ['profile', 'context_class', 'flags', 'first_ms', 'last_ms', ...summedColumns] as const;

export const quartersADay = dayMs / quarterHourMs;

/** A table whose rows are sums of events: of a single one, or of those in a quarter of an hour or a day. */
export interface PartialSums {
  readonly table: string;
  /** The column for the time, and its unit in milliseconds. */
  readonly key: string;
  readonly unitMs: number;
  /** The SQL for a column of a cell, where it is not the row's own column of that name. */
  readonly columns: Partial<Record<(typeof cellColumns)[number], string>>;
}

const promptTokens = 'input + cache_5m + cache_1h + cache_read';
const [, mediumContext, largeContext] = contextClasses;

export const daySums: PartialSums = { table: 'day_cells', key: 'day', unitMs: dayMs, columns: {} };
export const quarterSums: PartialSums = { table: 'quarter_cells', key: 'slice', unitMs: quarterHourMs, columns: {} };
export const compactedSums: PartialSums = {
  table: 'compacted_cells',
  key: 'slice',
  unitMs: quarterHourMs,
  columns: {},
};
export const eventSums: PartialSums = {
  table: 'events',
  key: 'at_ms',
  unitMs: 1,
  columns: {
    context_class: `CASE WHEN ${promptTokens} > ${largeContext} THEN ${largeContext}
      WHEN ${promptTokens} > ${mediumContext} THEN ${mediumContext} ELSE 0 END`,
    flags: `(flags & ${eventFlags.replay}) + (logged_cost_micro_usd IS NOT NULL)`,
    first_ms: 'at_ms',
    last_ms: 'at_ms',
    events: '1',
    unfinished: `(flags & ${eventFlags.final} = 0)`,
    logged_cost_micro_usd: 'coalesce(logged_cost_micro_usd, 0)',
  },
};

/** The aggregates of all summed columns, and of the times, as a list for SELECT. */
export function toAggregates({ columns }: PartialSums): string {
  return [
    `min(${columns.first_ms ?? 'first_ms'}) AS first_ms`,
    `max(${columns.last_ms ?? 'last_ms'}) AS last_ms`,
    ...summedColumns.map((name) => `sum(${columns[name] ?? name}) AS ${name}`),
  ].join(', ');
}
