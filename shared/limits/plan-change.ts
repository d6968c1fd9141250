import type { PlanChange } from '../domain/limit-change.ts';
import type { LimitReading } from '../domain/limit-window.ts';
import { groupBy } from '../lib/group-by.ts';

/** A single reading may be from another account that was merely tried. */
const minReadings = 2;

/**
 * The newest change of plan of each account and limit: all readings before it name one plan, all after it another. If
 * plans alternate, several accounts share one name, and no change is reported. `toPlan` unifies a provider's names for
 * the same plan.
 */
export function findPlanChanges(
  readings: readonly LimitReading[],
  toPlan: (name: string, source: string) => string = (name) => name,
): readonly PlanChange[] {
  const named = readings
    .filter(({ planType }) => planType !== null)
    .sort((left, right) => left.observedAtMs - right.observedAtMs);
  const accounts = groupBy(named, ({ source, id }) => JSON.stringify([source, id.provider, id.account, id.name]));
  return [...accounts.values()]
    .map((group) => findNewest(group, (reading) => toPlan(reading.planType!.toLowerCase(), reading.source)))
    .filter((change) => change !== null);
}

function findNewest(readings: readonly LimitReading[], planOf: (reading: LimitReading) => string): PlanChange | null {
  const newest = readings.at(-1)!;
  const plan = planOf(newest);
  const last = readings.findLastIndex((reading) => planOf(reading) !== plan);
  const since = readings.slice(last + 1);
  const before = readings[last];
  if (before === undefined || since.length < minReadings) return null;
  if (readings.slice(0, last).some((reading) => planOf(reading) === plan)) return null;
  return {
    source: newest.source,
    id: newest.id,
    from: before.planType!,
    to: newest.planType!,
    lastSeenMs: before.observedAtMs,
    firstSeenMs: since[0]!.observedAtMs,
  };
}
