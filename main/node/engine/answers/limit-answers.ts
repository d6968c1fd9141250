import type { ArgumentOf, EngineCalls, Handlers } from '../../../../shared/contract/index.ts';
import type { AskedAgent } from '../../../../shared/domain/asked-agent.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import { findSubscriptions } from '../../../../shared/limits/subscriptions.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import type { WorkWeek } from '../../../../shared/limits/work-week.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import { toLimitsOutlook, type LimitsOutlook } from '../../../../shared/snapshot/outlook.ts';
import { listPlans } from '../../../../shared/sources/list-plans.ts';
import { forecastLimits } from './forecast-answers.ts';
import type { Forecasts } from '../forecasts/forecasts.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import type { Preferences } from '../preferences.ts';

/** What limits are answered from. */
export interface LimitContext {
  readonly ledger: LedgerAccess;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly workWeek: () => WorkWeek;
  readonly forecasts: Forecasts;
  readonly askLimits: (source: SourceId | null) => Promise<readonly AskedAgent[]>;
}

/** The windows of a source, or of all, as of now, with their forecasts. */
export function readLimits(
  context: Omit<LimitContext, 'askLimits'>,
  source: SourceId | null,
  nowMs: number,
): LimitsOutlook {
  const { ledger, preferences } = context;
  const pace = { week: context.workWeek(), calendar: preferences.calendar() };
  const windows = toLimitWindows(ledger.store().latestLimitReadings(nowMs), nowMs, pace).filter(
    (window) => source === null || window.source === source,
  );
  return toLimitsOutlook({ windows, forecasts: forecastLimits(context, windows, nowMs) }, nowMs);
}

/** The handlers of the providers' limits. `monthTotalsOf`: usage of a source in the last thirty days. */
export function createLimitAnswers(context: LimitContext, monthTotalsOf: (source: SourceId) => UsageTotals) {
  return {
    limits({ source }: ArgumentOf<EngineCalls, 'limits'>) {
      const nowMs = context.clock.nowMs();
      const { windows, binding } = readLimits(context, source, nowMs);
      const subscriptions = findSubscriptions({
        plans: listPlans(),
        windows,
        chosenPlan: context.preferences.settings().plan,
        costOf: monthTotalsOf,
      });
      return {
        generatedAtMs: nowMs,
        rows: windows,
        binding: binding?.id ?? null,
        subscriptions: subscriptions.filter((each) => source === null || each.source === source),
        changes: context.forecasts.limitChanges(windows, nowMs),
      };
    },
    async askLimits({ source }: ArgumentOf<EngineCalls, 'askLimits'>) {
      return { generatedAtMs: context.clock.nowMs(), rows: await context.askLimits(source) };
    },
  } satisfies Pick<Handlers<EngineCalls>, 'limits' | 'askLimits'>;
}
