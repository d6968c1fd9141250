import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UsageEvent } from '../../../../shared/domain/usage-event.ts';
import { createLedgerEventMapper } from '../../../../shared/ledger/ledger-event.ts';
import { hashText } from '../../../../shared/lib/hash-text.ts';
import { isSameEvent, isSameToReaders, mergeEvents } from '../../../../shared/ledger/merge-events.ts';
import { usageEvent } from '../../../support/ledger-arbitraries.ts';
import { type EventPatch, eventOf, sampleMs, usageOf } from '../../../support/ledger-samples.ts';

const toEvent = (row: UsageEvent) => createLedgerEventMapper(hashText)(row, hashText(row.key));
const arbitrary = usageEvent.map(toEvent);

describe('mergeEvents', () => {
  it('does not care about order, grouping or repetition', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, arbitrary, (left, middle, right) => {
        const merged = mergeEvents(mergeEvents(left, middle), right);
        expect(mergeEvents(left, mergeEvents(middle, right))).toEqual(merged);
        expect(mergeEvents(right, mergeEvents(middle, left))).toEqual(merged);
        expect(mergeEvents(merged, middle)).toEqual(merged);
      }),
    );
  });

  it('uses the maximum of every number and the earliest time', () => {
    const merged = mergeEvents(
      toEvent(eventOf({ usage: usageOf({ inputTokens: 9, outputTokens: 1 }), isFinal: false, loggedCostMicroUsd: 4 })),
      toEvent(
        eventOf({
          atMs: sampleMs - 5,
          usage: usageOf({ inputTokens: 1, outputTokens: 8, reasoningTokens: 2, cacheReadTokens: 7 }),
          webSearchRequests: 3,
        }),
      ),
    );
    expect(merged).toMatchObject({
      atMs: sampleMs - 5,
      usage: usageOf({ inputTokens: 9, outputTokens: 8, reasoningTokens: 2, cacheReadTokens: 7 }),
      isFinal: true,
      webSearchRequests: 3,
      loggedCostMicroUsd: 4,
    });
  });

  it('uses the larger logged cost, and the one that is known', () => {
    const costOf = (...costs: readonly (number | null)[]) =>
      costs.map((loggedCostMicroUsd) => toEvent(eventOf({ loggedCostMicroUsd }))).reduce(mergeEvents)
        .loggedCostMicroUsd;
    expect([costOf(4, 7), costOf(7, 4), costOf(4, null), costOf(null, 4), costOf(null, null)]).toEqual([
      7,
      7,
      4,
      4,
      null,
    ]);
  });

  it('derives short-lived cache writes from the total, so that a missing split adds nothing', () => {
    const whole = toEvent(eventOf({ usage: usageOf({ cacheCreation5mTokens: 300 }) }));
    const split = toEvent(eventOf({ usage: usageOf({ cacheCreation5mTokens: 60, cacheCreation1hTokens: 240 }) }));
    expect(mergeEvents(whole, split).usage).toEqual(split.usage);
  });

  it('gives a response to the main thread, then to the original, then to the earliest row', () => {
    const owner = (...rows: readonly EventPatch[]) =>
      rows.map((row) => toEvent(eventOf(row))).reduce(mergeEvents).profile.sessionId;
    const late = sampleMs + 1;
    expect(owner({ sessionId: 'side', isSidechain: true }, { sessionId: 'main', atMs: late, isCopy: true })).toBe(
      'main',
    );
    expect(owner({ sessionId: 'copy', isCopy: true }, { sessionId: 'original', atMs: late })).toBe('original');
    expect(owner({ sessionId: 'a', atMs: late }, { sessionId: 'b' })).toBe('b');
    // The owner's own time decides, not the earliest time that was merged into the response.
    const others = [
      { sessionId: 'side', isSidechain: true, atMs: sampleMs - 9 },
      { sessionId: 'b', atMs: sampleMs },
    ];
    expect(owner({ sessionId: 'c', atMs: late }, ...others)).toBe('b');
    expect(owner(...others, { sessionId: 'c', atMs: late })).toBe('b');
  });
});

describe('isSameEvent and isSameToReaders', () => {
  it('distinguish what must be stored from what can be seen', () => {
    const event = toEvent(eventOf({}));
    const grown = { ...event, usage: { ...event.usage, outputTokens: 51 } };
    const moved = { ...event, profile: { ...event.profile, sessionId: 'session-2' } };
    const renamed = { ...event, key: '0' };
    const lagging = { ...event, ownerAtMs: event.ownerAtMs + 1 };
    const hinted = { ...event, replay: { group: 1, threadId: null } };
    expect([grown, moved].map((other) => isSameToReaders(event, other))).toEqual([false, false]);
    expect([renamed, lagging, hinted].map((other) => isSameToReaders(event, other))).toEqual([true, true, true]);
    expect([grown, moved, renamed, lagging, hinted].some((other) => isSameEvent(event, other))).toBe(false);
    expect(isSameEvent(event, { ...event, usage: { ...event.usage } })).toBe(true);
  });
});
