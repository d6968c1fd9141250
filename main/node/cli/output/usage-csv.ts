import { toUsd } from '../../../../shared/domain/money.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { CliOptions } from '../options/cli-options.ts';
import type { CsvColumn } from './csv.ts';

type Usage = Pick<UsageTotals, 'events' | 'usage' | 'costMicroUsd' | 'unpricedModels'>;

/** Columns of usage and cost, named as in JSON output. Tokens are exact; reasoning is part of output. */
export function toUsageColumns<Row>(usageOf: (row: Row) => Usage, { hasCost }: CliOptions): readonly CsvColumn<Row>[] {
  const usage: readonly CsvColumn<Row>[] = [
    { name: 'events', value: (row) => usageOf(row).events },
    { name: 'inputTokens', value: (row) => usageOf(row).usage.inputTokens },
    { name: 'cacheCreation5mTokens', value: (row) => usageOf(row).usage.cacheCreation5mTokens },
    { name: 'cacheCreation1hTokens', value: (row) => usageOf(row).usage.cacheCreation1hTokens },
    { name: 'cacheReadTokens', value: (row) => usageOf(row).usage.cacheReadTokens },
    { name: 'outputTokens', value: (row) => usageOf(row).usage.outputTokens },
    { name: 'reasoningTokens', value: (row) => usageOf(row).usage.reasoningTokens },
    { name: 'totalTokens', value: (row) => totalTokens(usageOf(row).usage) },
  ];
  const cost: readonly CsvColumn<Row>[] = [
    { name: 'costUsd', value: (row) => toUsd(usageOf(row).costMicroUsd) },
    { name: 'unpricedModels', value: (row) => usageOf(row).unpricedModels.join(' ') },
  ];
  return hasCost ? [...usage, ...cost] : usage;
}
