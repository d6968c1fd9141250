import type { AnswerOf, HostCalls } from '../../../shared/contract/index.ts';
import type { AlertKind } from '../../../shared/domain/alert-intent.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import { groupBy } from '../../../shared/lib/group-by.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { messages } from '../../messages.ts';

const { alerts, settings } = messages;

/** Every rule, in the order in which they are shown. */
export const ruleKinds = Object.keys(alerts.kinds) as readonly AlertKind[];

/** The budgets in US dollars. */
export const budgets = ['dayUsd', 'weekUsd', 'monthUsd'] as const;
export type BudgetName = (typeof budgets)[number];

/** Parses a budget; empty for none. A comma is refused: in many countries it is a decimal point. */
export function parseBudget(text: string): Result<number | null> {
  const typed = text.replace(/[\s$]/g, '');
  if (typed === '') return ok(null);
  const value = /^\d*\.?\d+$/.test(typed) ? Number(typed) : Number.NaN;
  return value >= 0.01 && value <= 1e9 ? ok(value) : fail(settings.rules.badBudget);
}

/** A budget as it is entered. */
export function formatBudget(usd: number | null): string {
  return usd === null ? '' : String(usd);
}

/** What rules would have raised, one line for each kind; null: nobody knows. */
export function describeDryRun(answer: AnswerOf<HostCalls, 'dryRunAlerts'> | null): readonly string[] {
  if (answer === null) return [messages.common.noAnswer];
  const { rows, sinceMs, generatedAtMs, untried } = answer;
  const kinds = groupBy(rows, ({ intent }): AlertKind => intent.kind);
  return [
    alerts.wouldHave(rows.length, Math.ceil((generatedAtMs - sinceMs) / dayMs)),
    ...[...kinds].map(([kind, fired]) => alerts.firedTimes(kind, fired.length)),
    alerts.untried(untried),
  ];
}
