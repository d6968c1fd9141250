import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedgerBlocks } from '../../main/node/engine/usage/ledger-blocks.ts';
import { buildBlocks } from '../../shared/analytics/blocks.ts';
import type { Block } from '../../shared/domain/block.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/domain/instant.ts';
import { listPrices } from '../support/list-prices.ts';
import { eventBatchOf, eventOf, sampleMs, usageOf } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

/** Costs are rounded once per sum: there are fewer of them. */
function withoutCost({ costMicroUsd, ...block }: Block): Omit<Block, 'costMicroUsd'> {
  expect(costMicroUsd).not.toBeNaN();
  return block;
}

function sumCosts(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0);
}

describe.each(ledgerStores)('blocks of a ledger (%s)', (_name, create) => {
  it('are the same from hourly sums as from minutes', () => {
    const spanMs = 3 * dayMs;
    const nowMs = sampleMs + spanMs;
    const event = fc.record({
      // Anywhere, close to full hours, and where a provider's window may begin.
      atMs: fc.oneof(
        fc.nat(spanMs),
        fc
          .tuple(fc.nat(spanMs / hourMs), fc.constantFrom(-1, 0, 1))
          .map(([hour, by]) => Math.max(0, hour * hourMs + by)),
        fc.nat(11 * hourMs).map((agoMs) => spanMs - agoMs),
      ),
      source: fc.constantFrom('claude-code', 'codex'),
      model: fc.constantFrom('claude-opus-5', 'gpt-5.5'),
      sessionId: fc.constantFrom('s1', 's2'),
    });
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 80, size: 'max' }),
        fc
          .uniqueArray(fc.integer({ min: -spanMs, max: 6 * hourMs }), { maxLength: 4 })
          .map((all) => all.toSorted((a, b) => a - b)),
        fc.constantFrom(null, 'codex'),
        fc.boolean(),
        (events, resetsAfterMs, source, isSettled) => {
          const store = create();
          store.apply([
            eventBatchOf(
              ...events.map((each, index) =>
                eventOf({ ...each, key: `k${index}`, atMs: sampleMs + each.atMs, usage: usageOf({ outputTokens: 7 }) }),
              ),
            ),
          ]);
          if (isSettled) store.refreshRollups();
          const anchorResetsMs = new Map([['codex', resetsAfterMs.map((afterMs) => nowMs + afterMs)]]);
          const options = { nowMs, book: listPrices, anchorResetsMs };
          const times = events.map(({ atMs }) => sampleMs + atMs);
          const extent = times.length === 0 ? null : { firstAtMs: Math.min(...times), lastAtMs: Math.max(...times) };
          const exact = buildBlocks(store.cells({ source: source ?? undefined, grainMs: minuteMs }), options);
          const found = buildLedgerBlocks(store, { ...options, source, extent });
          store.close();
          const order = (blocks: readonly Block[]): readonly Block[] =>
            [...blocks].sort((a, b) => a.source.localeCompare(b.source) || a.startMs - b.startMs);
          expect(order(found).map(withoutCost)).toEqual(order(exact).map(withoutCost));
          expect(Math.abs(sumCosts(found) - sumCosts(exact))).toBeLessThanOrEqual(events.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
