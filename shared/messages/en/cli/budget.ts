import type { LimitVerdict } from '../../../domain/limit-verdict.ts';
import type { PeriodKind } from '../../../domain/report.ts';

const periods: Readonly<Record<PeriodKind, string>> = { day: 'Today', week: 'This week', month: 'This month' };
const verdicts: Readonly<Record<LimitVerdict, string>> = {
  exhausted: 'used up',
  near: 'nearly used up',
  unknown: 'cannot tell',
  fine: 'enough left',
};

/** What `fuelgauge budget` says. */
export function createCliBudgetMessages() {
  return {
    /** `spent` and `left` are null where no price is known; `unpriced` are the models that have none. */
    period: (facts: {
      readonly period: PeriodKind;
      readonly verdict: LimitVerdict;
      readonly spent: string | null;
      readonly budget: string;
      readonly left: string | null;
      readonly unpriced: readonly string[];
    }): string =>
      [
        `${periods[facts.period]}: ${verdicts[facts.verdict]}`,
        facts.spent === null
          ? `cost unknown, budget ${facts.budget}`
          : `${facts.spent} API-equivalent of ${facts.budget}`,
        ...(facts.left === null ? [] : [`${facts.left} left`]),
        ...(facts.unpriced.length === 0 ? [] : [`no price for ${facts.unpriced.join(', ')}`]),
      ].join(', '),
    nothing:
      'No budget is set. Set one in the settings, under Alerts, or give it here: --day USD, --week USD, --month USD.',
  };
}

/** What the help says about its options. */
export const budgetHelp = {
  check: 'say by the exit code whether enough is left',
  minRemaining: 'how many percent of each budget must be left',
  failOpen: 'exit with 0 also where no budget is set, or a price is not known',
  day: 'dollars a day, instead of the budget of the settings',
  week: 'dollars a week, from its first day in the settings',
  month: 'dollars a calendar month',
};
