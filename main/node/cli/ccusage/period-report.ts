import { addTotals } from '../../../../shared/analytics/totals.ts';
import { compareValues } from '../../../../shared/lib/compare.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import type { SortOrder } from '../options/cli-options.ts';
import type { CcusageOptions } from './ccusage-options.ts';
import { toPeriod, type CcusagePeriod } from './periods.ts';
import {
  toAgentName,
  toMappedSumFields,
  toMappedUsageFields,
  toTotalFields,
  toUsageFields,
  type ModelRow,
} from './usage-shape.ts';

/** The field that names the row in reports of one agent; reports of all agents call each of them `period`. */
const rowNames: Readonly<Record<CcusagePeriod, string>> = { daily: 'date', weekly: 'week', monthly: 'month' };

/** The report of a period, with the sum of all rows: `{daily: […], totals}`. `rows` are days, split by model. */
export function toPeriodReport(
  period: CcusagePeriod,
  rows: readonly ModelRow[],
  options: CcusageOptions,
  order: SortOrder,
): object {
  return { [period]: toPeriodRows(period, rows, options, order), totals: toTotals(rows, options) };
}

/** The rows of the report of a period. */
export function toPeriodRows(
  period: CcusagePeriod,
  rows: readonly ModelRow[],
  { agent, hasAgents, weekStart }: CcusageOptions,
  order: SortOrder,
): readonly object[] {
  const periods = [...groupBy(rows, ({ key }) => toPeriod(period, key ?? '', weekStart))].sort(([a], [b]) =>
    order === 'asc' ? compareValues(a, b) : compareValues(b, a),
  );
  return periods.map(([name, parts]) => {
    if (agent !== null) return { [rowNames[period]]: name, ...toAgentFields(parts, agent.ccusage?.models) };
    const byAgent = [...groupBy(parts, ({ source }) => toAgentName(source))].sort(([a], [b]) => compareValues(a, b));
    return {
      period: name,
      agent: 'all',
      ...toUsageFields(parts),
      metadata: { agents: byAgent.map(([each]) => each) },
      ...(hasAgents && { agents: byAgent.map(([each, own]) => ({ agent: each, ...toUsageFields(own) })) }),
    };
  });
}

/** The sum of a report. */
export function toTotals(rows: readonly ModelRow[], { agent }: CcusageOptions): object {
  const totals = addTotals(rows);
  return agent?.ccusage?.models === 'map' ? toMappedSumFields(totals) : toTotalFields(totals);
}

/** A row of one agent's report. */
export function toAgentFields(rows: readonly ModelRow[], models: 'list' | 'map' = 'list'): object {
  return models === 'map' ? toMappedUsageFields(rows) : toUsageFields(rows);
}
