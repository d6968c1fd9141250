import type { MicroUsd } from '../domain/money.ts';
import { totalTokens, type TokenUsage } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { CacheCosts } from '../domain/what-if.ts';
import type { PriceBook } from '../ports/price-book.ts';

/** The list price of a cell with other tokens, or as another model; a cost that the log itself gives is ignored. */
export function repriceCell(
  cell: UsageCell,
  book: PriceBook,
  change: { readonly usage?: TokenUsage; readonly model?: string } = {},
): MicroUsd | null {
  return book.costOf({ ...cell, ...change, loggedCostMicroUsd: 0, loggedCostEvents: 0 });
}

/** The same tokens without a cache. */
function withoutCache(usage: TokenUsage): TokenUsage {
  const { inputTokens, cacheCreation5mTokens, cacheCreation1hTokens, cacheReadTokens } = usage;
  return {
    ...usage,
    inputTokens: inputTokens + cacheCreation5mTokens + cacheCreation1hTokens + cacheReadTokens,
    cacheCreation5mTokens: 0,
    cacheCreation1hTokens: 0,
    cacheReadTokens: 0,
  };
}

/** The same tokens with every cache write of one lifetime. */
function withLifetime(usage: TokenUsage, lifetime: '5m' | '1h'): TokenUsage {
  const written = usage.cacheCreation5mTokens + usage.cacheCreation1hTokens;
  return {
    ...usage,
    cacheCreation5mTokens: lifetime === '5m' ? written : 0,
    cacheCreation1hTokens: lifetime === '1h' ? written : 0,
  };
}

/** What cells cost at list prices, and would cost with another use of the cache; covers those that have a price. */
export function sumCacheCosts(cells: Iterable<UsageCell>, book: PriceBook): CacheCosts {
  let tokens = 0;
  let priced = 0;
  let hasPrice = false;
  const sum = { list: 0, without: 0, short: 0, long: 0 };
  for (const cell of cells) {
    const count = totalTokens(cell.usage);
    tokens += count;
    const list = repriceCell(cell, book);
    if (list === null) continue;
    hasPrice = true;
    priced += count;
    sum.list += list;
    sum.without += repriceCell(cell, book, { usage: withoutCache(cell.usage) }) ?? list;
    sum.short += repriceCell(cell, book, { usage: withLifetime(cell.usage, '5m') }) ?? list;
    sum.long += repriceCell(cell, book, { usage: withLifetime(cell.usage, '1h') }) ?? list;
  }
  const orNull = (value: number): MicroUsd | null => (hasPrice || tokens === 0 ? value : null);
  return {
    listMicroUsd: orNull(sum.list),
    withoutCacheMicroUsd: orNull(sum.without),
    all5mMicroUsd: orNull(sum.short),
    all1hMicroUsd: orNull(sum.long),
    pricedShare: tokens === 0 ? 1 : priced / tokens,
  };
}
