import type { MicroUsd } from '../../../../shared/domain/money.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { createInstantText, toMoneyText } from './figures.ts';
import type { Page } from './page.ts';

const { answers } = messages.cli;

/** The active block in a sentence: what is left, where it is heading, and whether that is too much. */
export function toActiveSentence(page: Page, active: ActiveBlockOutlook, { hasCost }: CliOptions): string {
  const { source, block, remainingMs, projection, limit, runsOutAtMs, runOutProbability } = active;
  const toCost = (cost: MicroUsd | null): string | null => {
    if (!hasCost) return null;
    return cost === null ? answers.costUnknown : toMoneyText(cost, page.currency, block.unpricedModels.length > 0);
  };
  const clauses = [
    answers.blockLeft(source, remainingMs),
    answers.usedSoFar(totalTokens(block.usage), toCost(block.costMicroUsd)),
  ];
  if (projection !== null)
    clauses.push(answers.atEnd(projection.totalTokens, toCost(projection.costMicroUsd), projection.interval));
  if (limit !== null) clauses.push(answers.limitUsed(limit, page.currency));
  // The share already says that the limit is used up.
  if (limit !== null && limit.usedPercent >= 100) return answers.sentence(clauses);
  if (runsOutAtMs !== null) clauses.push(answers.runsOutAt(createInstantText(page)(runsOutAtMs)));
  else if (runOutProbability !== null) clauses.push(answers.mayRunOut(runOutProbability));
  return answers.sentence(clauses);
}
