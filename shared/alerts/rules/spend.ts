import { dayMs } from '../../domain/instant.ts';
import type { PeriodKind } from '../../domain/report.ts';
import type { AlertInput, AlertRule, PeriodSpend } from '../alert-rule.ts';
import type { Measured } from '../observations.ts';
import { continueThresholds, parseThresholdMemory, type ThresholdMemory } from './threshold-memory.ts';
import { findCrossings } from './threshold.ts';

/** Shares of a budget that are announced. */
const budgetThresholds = [80, 100];
/** No period of its kind is shorter. */
const lengthMs: Readonly<Record<PeriodKind, number>> = { day: dayMs, week: 7 * dayMs, month: 28 * dayMs };

interface Budgeted extends Measured {
  readonly spend: PeriodSpend & { readonly costMicroUsd: number };
  readonly budgetMicroUsd: number;
}

/**
 * Alerts when the cost of a day, week or month reaches 80 and 100 percent of its budget: with cycles like those of
 * limits.
 */
export const spendRule: AlertRule<'spend', ThresholdMemory> = {
  parseMemory: parseThresholdMemory,
  continueMemory: continueThresholds,
  evaluate(memory, input) {
    const outcome = findCrossings(memory, toBudgeted(input), budgetThresholds);
    const intents = outcome.crossings.map(({ observation, thresholdPercent }) => ({
      kind: 'spend' as const,
      key: observation.key,
      source: null,
      parameters: {
        period: observation.spend.period,
        costMicroUsd: observation.spend.costMicroUsd,
        ...(observation.spend.isCostPartial && { isCostPartial: true }),
        budgetMicroUsd: observation.budgetMicroUsd,
        thresholdPercent,
        since: observation.spend.since,
        endsAtMs: observation.spend.endsAtMs,
      },
    }));
    return { memory: outcome.memory, intents };
  },
};

function toBudgeted({ spend, choices, nowMs }: AlertInput): readonly Budgeted[] {
  const { dayUsd, weekUsd, monthUsd } = choices.spend;
  const budgets: Readonly<Record<PeriodKind, number | null>> = { day: dayUsd, week: weekUsd, month: monthUsd };
  return spend.flatMap((each) => {
    const budgetUsd = budgets[each.period];
    const { costMicroUsd } = each;
    if (budgetUsd === null || costMicroUsd === null) return [];
    const budgetMicroUsd = Math.round(budgetUsd * 1_000_000);
    return [
      {
        // A changed budget starts afresh: what it has passed at its start is its baseline.
        key: `spend:${each.period}:${budgetMicroUsd}`,
        windowMs: lengthMs[each.period],
        usedPercent: (costMicroUsd / budgetMicroUsd) * 100,
        resetsAtMs: each.endsAtMs,
        observedAtMs: nowMs,
        isCalendar: true,
        spend: { ...each, costMicroUsd },
        budgetMicroUsd,
      },
    ];
  });
}
