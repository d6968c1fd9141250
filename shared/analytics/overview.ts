import { toCacheSaving } from '../domain/cache-saving.ts';
import type { SpanFigures, SpendingPlace } from '../domain/overview.ts';
import type { UsageTotals } from '../domain/report.ts';
import { toSessionKey } from '../domain/session.ts';
import { totalTokens } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { sumCacheCosts } from './cache-value.ts';
import { sumTotals } from './totals.ts';

/** How many places are listed by cost, and how many by tokens. */
export const maxPlaces = 40;

/** The figures of a span, from its cells by session and project. */
export function toSpanFigures(cells: readonly UsageCell[], book: PriceBook, limitStops: number | null): SpanFigures {
  return {
    totals: sumTotals(cells, book),
    sessions: new Set(cells.map(toSessionKey)).size,
    projects: new Set(cells.flatMap(({ project }) => project ?? [])).size,
    cacheSavedMicroUsd: toCacheSaving(sumCacheCosts(cells, book)),
    limitStops,
  };
}

/**
 * Usage by source, model and project, the most expensive first, and the sum of the rest. Those with the most tokens are
 * listed too: a model without a known price may have used most of them.
 */
export function toSpendingPlaces(
  cells: readonly UsageCell[],
  book: PriceBook,
): { readonly places: readonly SpendingPlace[]; readonly otherPlaces: UsageTotals } {
  const groups = [...groupBy(cells, ({ source, model, project }) => JSON.stringify([source, model, project])).values()]
    .map((group) => ({ group, totals: sumTotals(group, book) }))
    .sort((left, right) => comparePlaces(left.totals, right.totals) || compareNames(left.group[0]!, right.group[0]!));
  const largest = groups.toSorted((left, right) => totalTokens(right.totals.usage) - totalTokens(left.totals.usage));
  const listed = new Set([...groups.slice(0, maxPlaces), ...largest.slice(0, maxPlaces)]);
  const places = groups
    .filter((each) => listed.has(each))
    .map(({ group, totals }) => {
      const { source, model, project } = group[0]!;
      return { source, model, project, ...totals };
    });
  const others = groups.filter((each) => !listed.has(each)).flatMap(({ group }) => group);
  return { places, otherPlaces: sumTotals(others, book) };
}

function comparePlaces(left: UsageTotals, right: UsageTotals): number {
  return (right.costMicroUsd ?? -1) - (left.costMicroUsd ?? -1) || totalTokens(right.usage) - totalTokens(left.usage);
}

function compareNames(left: UsageCell, right: UsageCell): number {
  return (
    compareValues(left.source, right.source) ||
    compareValues(left.model, right.model) ||
    compareValues(left.project ?? '', right.project ?? '')
  );
}
