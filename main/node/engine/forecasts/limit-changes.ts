import type { AllowanceChange, LimitChanges } from '../../../../shared/domain/limit-change.ts';
import { toLimitKey } from '../../../../shared/domain/limit-id.ts';
import type { LimitReading, LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { dayMs, floorTo, hourMs, minuteMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import { groupByWindow } from '../../../../shared/limits/accounts.ts';
import {
  allowanceMs,
  findAllowanceChange,
  listAllowanceSpans,
  type AllowancePair,
} from '../../../../shared/limits/allowance.ts';
import type { FilledSpan } from '../../../../shared/limits/filled-spans.ts';
import { findPlanChanges } from '../../../../shared/limits/plan-change.ts';
import { listPlans } from '../../../../shared/sources/list-plans.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import type { Preferences } from '../preferences.ts';

/** What is needed to find changes. */
export interface LimitChangeContext {
  readonly ledger: Pick<LedgerAccess, 'store'>;
  readonly preferences: Preferences;
}

/** An allowance that changes this close to a plan changed with it. */
const withPlanMs = 4 * dayMs;

/** What has changed of these windows in the last eleven weeks, by their readings and by what was used between them. */
function readLimitChanges(context: LimitChangeContext, windows: readonly LimitWindow[], nowMs: number): LimitChanges {
  const store = context.ledger.store();
  const readings = groupByWindow(store.limitReadings({ fromMs: nowMs - allowanceMs, toMs: nowMs + 1 }));
  const histories = windows.map((window) => ({
    window,
    members: [...groupBy(readings.get(toLimitKey(window.id)) ?? [], ({ id }) => toLimitKey(id)).values()],
  }));
  const plans = findPlanChanges(
    histories.flatMap(({ members }) => members.flat()),
    toPlanId,
  );
  const allowances = histories.flatMap(({ window, members }): readonly AllowanceChange[] => {
    // A window of one model fills with that model only, and usage is not split by model here.
    if (window.windowMinutes === null || window.label !== null) return [];
    const found = findAllowanceChange(readPairs(context, window, listSpans(members)));
    if (found === null) return [];
    const { id, source, label, windowMinutes } = window;
    const isWithPlan = plans.some(
      (plan) =>
        plan.source === source &&
        plan.firstSeenMs >= found.lastOldMs - withPlanMs &&
        plan.lastSeenMs <= found.firstNewMs + withPlanMs,
    );
    return [{ source, id, label, windowMinutes, ...found, isWithPlan }];
  });
  return { plans, allowances };
}

/** The spans of the origin with the most readings: each origin rounds differently. */
function listSpans(members: readonly (readonly LimitReading[])[]): readonly FilledSpan[] {
  return members.map(listAllowanceSpans).reduce((longest, each) => (each.length > longest.length ? each : longest), []);
}

/** What the source used in each span; a span with usage of unknown price is left out. */
function readPairs(
  { ledger, preferences }: LimitChangeContext,
  { source }: LimitWindow,
  spans: readonly FilledSpan[],
): readonly AllowancePair[] {
  const first = spans[0];
  if (first === undefined) return [];
  const cells = ledger.store().cells({ fromMs: floorTo(first.fromMs, quarterHourMs), source, grainMs: minuteMs });
  return spans.flatMap((span) => {
    const models = new Map<string, number>();
    let [usd, tokens] = [0, 0];
    for (const cell of cells) {
      if (cell.firstAtMs <= span.fromMs || cell.firstAtMs > span.toMs) continue;
      const cost = preferences.book().costOf(cell);
      if (cost === null) return [];
      usd += cost / 1_000_000;
      tokens += totalTokens(cell.usage);
      models.set(cell.model, (models.get(cell.model) ?? 0) + cost / 1_000_000);
    }
    return [{ ...span, usd, tokens, models }];
  });
}

/** The changes of some windows, searched once an hour: the search reads eleven weeks of readings and usage. */
export function createLimitChangeWatch(
  context: LimitChangeContext,
): (windows: readonly LimitWindow[], nowMs: number) => LimitChanges {
  const known = new Map<string, { readonly atMs: number; readonly changes: LimitChanges }>();
  return (windows, nowMs) => {
    const key = JSON.stringify(windows.map(({ id }) => toLimitKey(id)));
    const atMs = floorTo(nowMs, hourMs);
    let found = known.get(key);
    if (found?.atMs !== atMs) {
      found = { atMs, changes: readLimitChanges(context, windows, nowMs) };
      for (const [other, { atMs: otherMs }] of known) if (otherMs !== atMs) known.delete(other);
      known.set(key, found);
    }
    return found.changes;
  };
}

function toPlanId(name: string, source: string): string {
  const plan = listPlans().find((each) => each.source === source && each.providerNames.includes(name));
  return plan?.id ?? name;
}
