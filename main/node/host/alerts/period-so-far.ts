import type { PeriodSoFar } from '../../../../shared/alerts/alert-rule.ts';
import type { PeriodUsage } from '../../../../shared/domain/report.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';

/** The usage of a day or a week, as the rules of alerts read it. */
export function toPeriodSoFar(
  period: PeriodSoFar['period'],
  { since, totals }: Pick<PeriodUsage, 'since' | 'totals'>,
  endsAtMs: number,
): PeriodSoFar {
  const { usage, events, costMicroUsd, unpricedModels } = totals;
  const cost = { costMicroUsd, isCostPartial: unpricedModels.length > 0 };
  return { period, since, endsAtMs, tokens: totalTokens(usage), responses: events, ...cost };
}
