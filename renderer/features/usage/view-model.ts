import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import type { PeriodUsage, UsageTotals } from '../../../shared/domain/report.ts';
import { tokenClasses, totalTokens } from '../../../shared/domain/token-usage.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { messages } from '../../messages.ts';

const { common, format, usage: words } = messages;

/** Usage and cost of a time span, ready to show; null where unknown. */
export interface UsageFigure {
  readonly tokens: string | null;
  readonly tokensTitle: string;
  readonly cost: string | null;
  readonly costTitle: string;
}

/** Today and this week, in all and by source. */
export interface UsageView {
  readonly total: { readonly today: UsageFigure; readonly week: UsageFigure };
  readonly rows: readonly {
    readonly source: SourceId;
    readonly label: string;
    readonly today: UsageFigure;
    readonly week: UsageFigure;
  }[];
}

/** Prepares usage for display; sources without usage this week are left out. */
export function toUsageView(usage: SnapshotSections['usage'], labelOf: (source: SourceId) => string): UsageView {
  const { currency } = usage;
  const sources = usage.week.bySource.filter((totals) => totals.events > 0).map((totals) => totals.source);
  return {
    total: { today: toFigure(usage.today.totals, currency), week: toFigure(usage.week.totals, currency) },
    rows: sources.map((source) => ({
      source,
      label: labelOf(source),
      today: toFigure(findTotals(usage.today, source), currency),
      week: toFigure(findTotals(usage.week, source), currency),
    })),
  };
}

function findTotals({ bySource }: PeriodUsage, source: SourceId): UsageTotals | null {
  return bySource.find((totals) => totals.source === source) ?? null;
}

function toFigure(totals: UsageTotals | null, currency: Currency): UsageFigure {
  if (totals === null || totals.events === 0) {
    return { tokens: null, tokensTitle: words.none, cost: null, costTitle: words.none };
  }
  const parts = tokenClasses
    .filter((name) => totals.usage[name] > 0)
    .map((name) => words.tokenClass(totals.usage[name], name));
  return {
    tokens: format.compact(totalTokens(totals.usage)),
    tokensTitle: words.tokensByClass(totalTokens(totals.usage), parts),
    cost: totals.costMicroUsd === null ? null : format.money(totals.costMicroUsd, currency),
    costTitle: [
      totals.costMicroUsd === null ? words.noCost : words.notABill,
      totals.unpricedModels.length === 0 ? '' : words.costExcludes(common.someOf(totals.unpricedModels)),
    ]
      .join(' ')
      .trim(),
  };
}
