import type { ModelId } from '../domain/ids.ts';
import type { MicroUsd } from '../domain/money.ts';
import type { UsageTotals } from '../domain/report.ts';
import { emptyUsage, tokenClasses, type TokenUsage } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';

/** Adds up cells one at a time. All numbers are whole, so the order does not matter. */
export interface UsageSum {
  /** `costMicroUsd` is the cell's cost according to the price book. */
  add(cell: UsageCell, costMicroUsd: MicroUsd | null): void;
  /** Adds everything another sum holds. */
  join(other: UsageSum): void;
  totals(): UsageTotals;
  /** Sorted. */
  models(): readonly ModelId[];
  /** Time of the first and last event, UTC milliseconds; null when there is none. */
  span(): { readonly firstAtMs: number; readonly lastAtMs: number } | null;
  /** The running numbers, for `join`. */
  readonly state: Readonly<SumState>;
}

interface SumState {
  events: number;
  unfinishedEvents: number;
  usage: { -readonly [Class in keyof TokenUsage]: number };
  costMicroUsd: MicroUsd | null;
  firstAtMs: number;
  lastAtMs: number;
  models: Set<ModelId>;
  unpricedModels: Set<ModelId>;
}

/** Builds an empty sum. It keeps plain numbers for speed: every cell of a long history passes through one. */
export function createUsageSum(): UsageSum {
  const sum: SumState = {
    events: 0,
    unfinishedEvents: 0,
    usage: { ...emptyUsage },
    costMicroUsd: null,
    firstAtMs: Infinity,
    lastAtMs: -Infinity,
    models: new Set(),
    unpricedModels: new Set(),
  };
  const addNumbers = (
    part: Pick<UsageCell, 'events' | 'unfinishedEvents' | 'usage' | 'firstAtMs' | 'lastAtMs'>,
  ): void => {
    sum.events += part.events;
    sum.unfinishedEvents += part.unfinishedEvents;
    for (const name of tokenClasses) sum.usage[name] += part.usage[name];
    if (part.firstAtMs < sum.firstAtMs) sum.firstAtMs = part.firstAtMs;
    if (part.lastAtMs > sum.lastAtMs) sum.lastAtMs = part.lastAtMs;
  };
  return {
    state: sum,
    add(cell, cost) {
      addNumbers(cell);
      sum.models.add(cell.model);
      if (cost === null) sum.unpricedModels.add(cell.model);
      else sum.costMicroUsd = (sum.costMicroUsd ?? 0) + cost;
    },
    join({ state }) {
      addNumbers(state);
      for (const model of state.models) sum.models.add(model);
      for (const model of state.unpricedModels) sum.unpricedModels.add(model);
      if (state.costMicroUsd !== null) sum.costMicroUsd = (sum.costMicroUsd ?? 0) + state.costMicroUsd;
    },
    totals: () => ({
      events: sum.events,
      unfinishedEvents: sum.unfinishedEvents,
      usage: { ...sum.usage },
      // No usage costs nothing. The cost of usage without a price is unknown.
      costMicroUsd: sum.models.size === 0 ? 0 : sum.costMicroUsd,
      unpricedModels: [...sum.unpricedModels].sort(),
    }),
    models: () => [...sum.models].sort(),
    span: () => (sum.models.size === 0 ? null : { firstAtMs: sum.firstAtMs, lastAtMs: sum.lastAtMs }),
  };
}
