import type { AnswerOf, HostCalls } from '../../../../shared/contract/index.ts';
import type { AlertKind } from '../../../../shared/domain/alert-intent.ts';
import { dayMs } from '../../../../shared/domain/instant.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import { ok, type Result } from '../../../../shared/lib/result.ts';
import { messages } from '../../../messages.ts';
import { isBlankAmount, readDollars } from '../form/typed-number.ts';

const { alerts, settings } = messages;

/** Every rule, in the order in which they are shown. */
export const ruleKinds = Object.keys(alerts.kinds) as readonly AlertKind[];

/** The budgets in US dollars. */
export const budgets = ['dayUsd', 'weekUsd', 'monthUsd'] as const;
export type BudgetName = (typeof budgets)[number];

/** Parses a budget; empty for none. */
export function parseBudget(text: string): Result<number | null> {
  if (isBlankAmount(text)) return ok(null);
  return readDollars(text, { min: 0.01, max: 1e9, refusal: settings.rules.badBudget });
}

/** A budget or another optional number, as a person enters it; empty for none. */
export function formatBudget(value: number | null): string {
  return value === null ? '' : messages.format.typed(value);
}

/** What rules would have raised, one line per kind; null: there was no answer. */
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
