import type { PriceChoices } from '../domain/price-choices.ts';
import { totalTokens } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { costAt } from './cost.ts';
import { findPriceName } from './find-price.ts';
import type { PriceCorrection } from './overlay.ts';
import { createOwnPrices } from './own-prices.ts';
import type { PriceTable } from './price-table.ts';
import { createTimeline, findPriceBoundaries, priceAt, type DatedPrice } from './price-timeline.ts';

const noChoices: PriceChoices = { costMode: 'calculate', priceOverrides: [], modelAliases: [] };

/**
 * Builds the price book from a table with its corrections and the user's choices: own prices take precedence over
 * aliases, which take precedence over the table. It caches the models it was asked for.
 */
export function createPriceBook(
  table: PriceTable,
  corrections: readonly PriceCorrection[],
  { costMode, priceOverrides, modelAliases }: PriceChoices = noChoices,
): PriceBook {
  const own = createOwnPrices(priceOverrides, modelAliases);
  const timelines = new Map<string, readonly DatedPrice[] | null>();

  const findListed = (model: string): readonly DatedPrice[] | null => {
    const name = findPriceName(model, (candidate) => Object.hasOwn(table.models, candidate));
    const listed = name === null ? undefined : table.models[name];
    if (name === null || listed === undefined) return null;
    return createTimeline(
      listed,
      corrections.filter(({ models }) => models.includes(name)),
    );
  };
  const timelineOf = (model: string): readonly DatedPrice[] | null => {
    let timeline = timelines.get(model);
    if (timeline === undefined) {
      const name = own.pricedNameOf(model);
      const price = own.priceOf(name);
      timeline = price === null ? findListed(name) : createTimeline(price, []);
      timelines.set(model, timeline);
    }
    return timeline;
  };

  return {
    boundariesMs: findPriceBoundaries(corrections),
    costOf(cell) {
      if (isCostLogged(cell) && (costMode !== 'calculate' || hasOnlyCost(cell))) return cell.loggedCostMicroUsd;
      if (costMode === 'display') return null;
      const timeline = timelineOf(cell.model);
      return timeline === null ? null : costAt(priceAt(timeline, cell.firstAtMs), cell);
    },
  };
}

/** Some agents log what a session cost, but none of its tokens: there is nothing to calculate from. */
function hasOnlyCost({ usage, webSearchRequests }: UsageCell): boolean {
  return totalTokens(usage) === 0 && webSearchRequests === 0;
}

/** A logged zero means the cost was not calculated. */
function isCostLogged(cell: UsageCell): boolean {
  return cell.loggedCostEvents === cell.events && cell.loggedCostMicroUsd > 0;
}
