import type { PeriodCost } from '../../../../shared/alerts/alert-rule.ts';
import { startOfLastPeriods } from '../../../../shared/domain/last-periods.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../../shared/snapshot/app-snapshot.ts';
import type { HostEngine } from '../engine/host-engine.ts';

/** Summing up a month takes longer than a snapshot, and a budget of a month can wait. */
const restMs = 5 * minuteMs;

/**
 * Builds the reader of what this month has cost so far. It asks the engine only while there is a budget for it, at most
 * every five minutes, and calls back when the answer differs. Null until the first answer.
 */
export function createMonthSpend(options: {
  readonly engine: Pick<HostEngine, 'totals'>;
  readonly settings: () => Settings;
  readonly onChange: () => void;
  readonly nowMs: () => number;
  readonly logger: Logger;
}): (snapshot: AppSnapshot) => PeriodCost | null {
  let known: (PeriodCost & { readonly since: string }) | null = null;
  let askedAtMs = -Infinity;
  let askedFor = '';

  const ask = async (since: string): Promise<void> => {
    const query = { since, until: null, timeZone: null, source: null };
    const { costMicroUsd, unpricedModels } = await options.engine.totals(query);
    const isCostPartial = unpricedModels.length > 0;
    const isSame = known?.costMicroUsd === costMicroUsd && known.isCostPartial === isCostPartial;
    const isNews = known?.since !== since || !isSame;
    known = { since, costMicroUsd, isCostPartial };
    if (isNews) options.onChange();
  };
  return ({ sections: { usage } }) => {
    if (options.settings().alertChoices.spend.monthUsd === null) return null;
    const since = startOfLastPeriods('month', 1, usage.today.since, usage.calendar);
    const ageMs = options.nowMs() - askedAtMs;
    if (since !== askedFor || ageMs >= restMs || ageMs < 0) {
      [askedAtMs, askedFor] = [options.nowMs(), since];
      ask(since).catch((error: unknown) => options.logger.warn(`cannot sum up the month: ${String(error)}`));
    }
    return known?.since === since ? known : null;
  };
}
