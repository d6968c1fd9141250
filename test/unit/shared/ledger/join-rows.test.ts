import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinRows } from '../../../../shared/ledger/join-rows.ts';
import { createLedgerEventMapper } from '../../../../shared/ledger/ledger-event.ts';
import { mergeEvents } from '../../../../shared/ledger/merge-events.ts';
import { hashText } from '../../../../shared/lib/hash-text.ts';
import { usageEvent } from '../../../support/ledger-arbitraries.ts';
import { eventOf, usageOf } from '../../../support/ledger-samples.ts';

const toLedger = (row: ReturnType<typeof eventOf>) => createLedgerEventMapper(hashText)(row, hashText(row.key));

describe('joinRows', () => {
  it('joins the rows of one response, in either order', () => {
    const first = eventOf({ atMs: 5_000, isFinal: false, usage: usageOf({ outputTokens: 1 }) });
    const last = eventOf({ atMs: 9_000, usage: usageOf({ outputTokens: 70 }), loggedCostMicroUsd: 3 });
    const whole = eventOf({ atMs: 5_000, usage: usageOf({ outputTokens: 70 }), loggedCostMicroUsd: 3 });
    expect(joinRows(first, last)).toEqual(whole);
    expect(joinRows(last, first)).toEqual(whole);
  });

  it('keeps rows apart when one cannot replace the other', () => {
    const row = eventOf({});
    const others = [{ key: 'other' }, { aliases: ['a'] }, { sessionId: 's' }, { isSidechain: true }, { isCopy: true }];
    for (const other of others) expect(joinRows(row, eventOf(other))).toBeNull();
    expect(joinRows(row, eventOf({ replay: { kind: 'sidechain', group: 'm' } }))).toBeNull();
    // The ledger clamps such a number before it merges.
    expect(joinRows(row, eventOf({ usage: usageOf({ inputTokens: 2e9 }) }))).toBeNull();
  });

  it('joins two rows as the ledger does', () => {
    const one = fc.record({ left: usageEvent, right: usageEvent, isAlike: fc.boolean() });
    let joins = 0;
    fc.assert(
      fc.property(one, ({ left, right, isAlike }) => {
        const { atMs, usage, isFinal, webSearchRequests, loggedCostMicroUsd } = right;
        const other = isAlike ? { ...left, atMs, usage, isFinal, webSearchRequests, loggedCostMicroUsd } : right;
        const joined = joinRows(left, other);
        if (isAlike) expect(joined).not.toBeNull();
        if (joined === null) return;
        joins++;
        expect(toLedger(joined)).toEqual(mergeEvents(toLedger(left), toLedger(other)));
      }),
      { numRuns: 500 },
    );
    expect(joins).toBeGreaterThan(100);
  });
});
