import { Option, type Command } from 'commander';
import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import { toWeekStart, type DayKey } from '../../../../shared/domain/calendar-day.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { toUsd } from '../../../../shared/domain/money.ts';
import { periodKinds, type PeriodKind, type UsageTotals } from '../../../../shared/domain/report.ts';
import {
  judgeBudget,
  toBudgetLeftPercent,
  toSpentMicroUsd,
  type BudgetFacts,
} from '../../../../shared/limits/judge-budget.ts';
import { judgeLimits } from '../../../../shared/limits/judge-limits.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { parsePercentOption, parseUsdOption } from '../options/parse-values.ts';
import { toMoneyText } from '../output/figures.ts';
import { wrapText, type Page } from '../output/page.ts';
import type { AnswerContext, CliCommand } from '../command.ts';
import { toVerdictCode } from '../output/verdict-codes.ts';

const { budget: words, help } = messages.cli;
const { budget: about } = help;

/** What `budget` takes beyond the common options: dollars of each period, in place of those of the settings. */
interface BudgetOptions extends Readonly<Partial<Record<PeriodKind, number>>> {
  readonly check?: boolean;
  readonly minRemaining: number;
  readonly failOpen?: boolean;
}

/** One period with a budget. */
interface Budget extends BudgetFacts {
  readonly period: PeriodKind;
  readonly since: DayKey;
  readonly totals: UsageTotals;
}

/** Declares `fuelgauge budget`: what was spent of the budgets, with `--check` as an exit code for scripts. */
export function addBudgetCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  answer: (command: CliCommand, options: CliOptions) => Promise<void>,
): void {
  const { summary, details } = help.commands.budget;
  const command = program
    .command('budget')
    .summary(summary)
    .description(help.description(summary, details))
    .option('--check', about.check)
    .addOption(new Option('--min-remaining <percent>', about.minRemaining).argParser(parsePercentOption).default(20))
    .option('--fail-open', about.failOpen);
  for (const period of periodKinds) {
    command.addOption(new Option(`--${period} <usd>`, about[period]).argParser(parseUsdOption));
  }
  command.action((own: BudgetOptions) => answer(createBudgetCommand(own), readOptions(command)));
}

function createBudgetCommand(own: BudgetOptions): CliCommand {
  const { check = false, minRemaining, failOpen = false } = own;
  return {
    name: 'budget',
    needsLogs: true,
    schemas: [1],
    options: [],
    async ask(client, context) {
      const budgets = (await askBudgets(client, context, own)).map((each) => ({
        ...each,
        verdict: judgeBudget(each, minRemaining),
      }));
      const verdict = judgeLimits(budgets.map((each) => each.verdict));
      return {
        exitCode: check ? toVerdictCode(verdict, failOpen) : 0,
        json: () => ({
          schema: 'fuelgauge.budget.v1',
          generatedAt: toIso(context.nowMs),
          timezone: context.timeZone,
          verdict: verdict ?? 'no-data',
          minRemainingPercent: minRemaining,
          budgets: budgets.map((each) => ({
            period: each.period,
            since: each.since,
            verdict: each.verdict,
            budgetUsd: toUsd(each.budgetMicroUsd),
            costUsd: toUsd(toSpentMicroUsd(each)),
            remainingPercent: toBudgetLeftPercent(each),
            unpricedModels: each.totals.unpricedModels,
            kind: 'estimated',
          })),
        }),
        *text(page) {
          if (budgets.length === 0) yield wrapText(page, words.nothing);
          for (const each of budgets) yield wrapText(page, toSentence(page, each, each.verdict));
        },
      };
    },
  };
}

async function askBudgets(
  client: Client<HostContract>,
  { options, calendar, nowMs }: AnswerContext,
  own: BudgetOptions,
): Promise<readonly Budget[]> {
  const { spend } = (await client.call('settings')).alertChoices;
  const today = calendar.dayOf(nowMs);
  const set = { day: spend.dayUsd, week: spend.weekUsd, month: spend.monthUsd };
  const starts = { day: today, week: toWeekStart(today, calendar), month: `${today.slice(0, 7)}-01` };
  const asked = periodKinds.map(async (period): Promise<Budget | null> => {
    const budgetUsd = own[period] ?? set[period];
    if (budgetUsd === null) return null;
    const since = starts[period];
    const query = { by: 'day', split: 'none', since, until: today, timeZone: options.timeZone } as const;
    const { totals } = await client.call('report', { ...query, source: options.source });
    const { costMicroUsd, events, unpricedModels } = totals;
    const budgetMicroUsd = Math.round(budgetUsd * 1_000_000);
    return { period, since, totals, costMicroUsd, events, unpricedModels: unpricedModels.length, budgetMicroUsd };
  });
  return (await Promise.all(asked)).filter((budget) => budget !== null);
}

function toSentence(page: Page, budget: Budget, verdict: Parameters<typeof words.period>[0]['verdict']): string {
  const spent = toSpentMicroUsd(budget);
  const left = toBudgetLeftPercent(budget);
  return words.period({
    period: budget.period,
    verdict,
    spent: spent === null ? null : toMoneyText(spent, page.currency, budget.unpricedModels > 0),
    budget: toMoneyText(budget.budgetMicroUsd, page.currency),
    left: left === null ? null : messages.format.percent(Math.max(0, left)),
    unpriced: budget.totals.unpricedModels,
  });
}
