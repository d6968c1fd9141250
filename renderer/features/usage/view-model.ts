import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import type { UsageTotals } from '../../../shared/domain/report.ts';
import { tokenClasses, totalTokens, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { formatMoney } from '../../../shared/format/money.ts';
import { formatCompact, formatInteger } from '../../../shared/format/numbers.ts';

/** Usage and cost of a span in words; null where nothing is known. */
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

const classNames: Readonly<Record<keyof TokenUsage, string>> = {
  inputTokens: 'input',
  cacheCreation5mTokens: 'cache writes (5 min)',
  cacheCreation1hTokens: 'cache writes (1 h)',
  cacheReadTokens: 'cache reads',
  outputTokens: 'output',
  reasoningTokens: 'of it reasoning',
};

/** Lays the usage section out; sources without usage in the week are left out. */
export function toUsageView(usage: SnapshotSections['usage'], labelOf: (source: SourceId) => string): UsageView {
  const { currency } = usage;
  const find = (source: SourceId, in_: readonly (UsageTotals & { readonly source: SourceId })[]): UsageTotals | null =>
    in_.find((totals) => totals.source === source) ?? null;
  const sources = usage.week.bySource.filter((totals) => totals.events > 0).map((totals) => totals.source);
  return {
    total: { today: toFigure(usage.today.totals, currency), week: toFigure(usage.week.totals, currency) },
    rows: sources.map((source) => ({
      source,
      label: labelOf(source),
      today: toFigure(find(source, usage.today.bySource), currency),
      week: toFigure(find(source, usage.week.bySource), currency),
    })),
  };
}

function toFigure(totals: UsageTotals | null, currency: Currency): UsageFigure {
  if (totals === null || totals.events === 0) {
    return { tokens: null, tokensTitle: 'No usage', cost: null, costTitle: 'No usage' };
  }
  const parts = tokenClasses
    .filter((name) => totals.usage[name] > 0)
    .map((name) => `${formatInteger(totals.usage[name])} ${classNames[name]}`);
  return {
    tokens: formatCompact(totalTokens(totals.usage)),
    tokensTitle: `${formatInteger(totalTokens(totals.usage))} tokens: ${parts.join(', ')}`,
    cost: totals.costMicroUsd === null ? null : formatMoney(totals.costMicroUsd, currency),
    costTitle: [
      totals.costMicroUsd === null ? 'No cost is known.' : 'API-equivalent cost; not a bill.',
      totals.unpricedModels.length === 0 ? '' : `Without ${totals.unpricedModels.join(', ')}: no cost is known.`,
    ]
      .join(' ')
      .trim(),
  };
}
