import type { ModelId } from '../domain/ids.ts';
import type { MicroUsd } from '../domain/money.ts';
import type { UsageTotals } from '../domain/report.ts';
import { emptyUsage, tokenClasses, type TokenUsage } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';

/** Adds up cells, one after the other. */
export interface UsageSum {
  /** `costMicroUsd` is what the price book says of the cell. */
  add(cell: UsageCell, costMicroUsd: MicroUsd | null): void;
  totals(): UsageTotals;
  /** Sorted. */
  models(): readonly ModelId[];
  /** Time of the first and last event, UTC milliseconds; null when there is none. */
  span(): { readonly firstAtMs: number; readonly lastAtMs: number } | null;
}

/** Builds an empty sum. It keeps plain numbers, since every cell of a long history passes through one. */
export function createUsageSum(): UsageSum {
  let events = 0;
  let unfinishedEvents = 0;
  const usage: { -readonly [Class in keyof TokenUsage]: number } = { ...emptyUsage };
  let costMicroUsd: MicroUsd | null = null;
  let firstAtMs = Infinity;
  let lastAtMs = -Infinity;
  const models = new Set<ModelId>();
  const unpricedModels = new Set<ModelId>();
  return {
    add(cell, cost) {
      events += cell.events;
      unfinishedEvents += cell.unfinishedEvents;
      for (const name of tokenClasses) usage[name] += cell.usage[name];
      if (cell.firstAtMs < firstAtMs) firstAtMs = cell.firstAtMs;
      if (cell.lastAtMs > lastAtMs) lastAtMs = cell.lastAtMs;
      models.add(cell.model);
      if (cost === null) unpricedModels.add(cell.model);
      else costMicroUsd = (costMicroUsd ?? 0) + cost;
    },
    totals: () => ({
      events,
      unfinishedEvents,
      usage: { ...usage },
      // Nothing used costs nothing; something used that has no price costs we know not what.
      costMicroUsd: models.size === 0 ? 0 : costMicroUsd,
      unpricedModels: [...unpricedModels].sort(),
    }),
    models: () => [...models].sort(),
    span: () => (models.size === 0 ? null : { firstAtMs, lastAtMs }),
  };
}
