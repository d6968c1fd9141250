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

  it('keeps rows of other names apart', () => {
    const named = (...aliases: readonly string[]) => eventOf({ aliases });
    expect(joinRows(named('a', 'b'), named('a', 'b'))).toEqual(named('a', 'b'));
    expect(joinRows(named('a', 'b'), named('a', 'c'))).toBeNull();
    expect(joinRows(named('a', 'b'), named('a'))).toBeNull();
  });

  it('keeps rows of other replay hints apart', () => {
    const hints = [
      null,
      { kind: 'sidechain', group: 'm' },
      { kind: 'sidechain', group: 'n' },
      { kind: 'lineage', group: 'm', threadId: 't' },
      { kind: 'lineage', group: 'm', threadId: 'u' },
      { kind: 'lineage', group: 'n', threadId: 't' },
    ] as const;
    for (const [index, left] of hints.entries()) {
      for (const [other, right] of hints.entries()) {
        const joined = joinRows(eventOf({ replay: left }), eventOf({ replay: right && { ...right } }));
        expect(joined !== null).toBe(index === other);
      }
    }
  });

  it('leaves to the ledger what it would change: numbers that are negative, broken or too large', () => {
    const isJoined = (patch: Parameters<typeof eventOf>[0]) =>
      [joinRows(eventOf(patch), eventOf({})), joinRows(eventOf({}), eventOf(patch))].every((row) => row !== null);
    for (const good of [0, 1_000_000_000]) {
      expect(isJoined({ usage: usageOf({ inputTokens: good }) })).toBe(true);
      expect(isJoined({ webSearchRequests: good })).toBe(true);
      expect(isJoined({ loggedCostMicroUsd: good })).toBe(true);
      expect(isJoined({ atMs: good })).toBe(true);
    }
    for (const bad of [-1, 0.5, Number.NaN, Infinity, 1_000_000_001]) {
      expect(isJoined({ usage: usageOf({ reasoningTokens: bad }) })).toBe(false);
      expect(isJoined({ webSearchRequests: bad })).toBe(false);
      expect(isJoined({ loggedCostMicroUsd: bad })).toBe(false);
    }
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) expect(isJoined({ atMs: bad })).toBe(false);
  });

  it('uses the maximum of every number, and no cost where none was logged', () => {
    const usage = usageOf({ inputTokens: 9, cacheReadTokens: 1 });
    const joined = joinRows(eventOf({ usage, webSearchRequests: 2 }), eventOf({ usage: usageOf({ inputTokens: 3 }) }));
    expect(joined).toEqual(eventOf({ usage, webSearchRequests: 2 }));
    expect(joinRows(eventOf({ loggedCostMicroUsd: 0 }), eventOf({}))?.loggedCostMicroUsd).toBeNull();
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
