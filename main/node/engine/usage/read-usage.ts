import { toSumQuery } from '../../../../shared/analytics/sum-queries.ts';
import { sumTotals } from '../../../../shared/analytics/totals.ts';
import { groupFields } from '../../../../shared/domain/profile-fields.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import type { UsageQuery } from '../../../../shared/domain/span-query.ts';
import type { UsageCell } from '../../../../shared/domain/usage-cell.ts';
import type { UsageFilter } from '../../../../shared/domain/usage-filter.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { SumQuery } from '../../../../shared/ports/event-store.ts';
import { createUsageFilter, toFilterFields } from './filter-usage.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import type { Preferences } from '../preferences.ts';
import { nameProject } from '../project-names.ts';

/** What usage is read from. */
export interface UsageContext {
  readonly ledger: LedgerAccess;
  readonly preferences: Preferences;
  readonly clock: Clock;
  /** Runs the aggregation that many writes have deferred; called before the whole ledger is read. Never throws. */
  readonly refreshRollups: () => void;
}

/** The sums of a query that pass a filter, with the names that the person gave to projects. */
export function readUsage(
  { ledger, preferences, refreshRollups }: Pick<UsageContext, 'ledger' | 'preferences' | 'refreshRollups'>,
  filter: UsageFilter,
  sums: SumQuery,
): readonly UsageCell[] {
  refreshRollups();
  const wanted = new Set([...sums.groupBy, ...toFilterFields(filter)]);
  const names = preferences.projects();
  // A branch is not named where the project is hidden.
  if (names.hasRules && wanted.has('branch')) wanted.add('project');
  const groupBy = groupFields.filter((name) => wanted.has(name));
  const cells = ledger.store().sums({ ...sums, groupBy });
  const passes = createUsageFilter(filter, names);
  const passed = passes === null ? cells : cells.filter(passes);
  return wanted.has('project') ? passed.map((cell) => nameProject(names, cell)) : passed;
}

/** Usage and cost of a query in one sum. */
export function readTotals(context: UsageContext, query: UsageQuery): UsageTotals {
  const book = context.preferences.book();
  const calendar = context.preferences.calendarOf(query.timeZone);
  return sumTotals(readUsage(context, query, toSumQuery(query, calendar, book, [])), book);
}
