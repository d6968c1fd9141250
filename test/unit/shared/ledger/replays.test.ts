import { describe, expect, it } from 'vitest';
import { toCompactedMark } from '../../../../shared/ledger/compacted-marks.ts';
import { createLedgerEventMapper } from '../../../../shared/ledger/ledger-event.ts';
import { findReplays, type GroupMember } from '../../../../shared/ledger/replays.ts';
import { hashText } from '../../../../shared/lib/hash-text.ts';
import { type EventPatch, eventOf, sampleMs, usageOf } from '../../../support/ledger-samples.ts';

const prompt = { inputTokens: 3, cacheCreation5mTokens: 10, cacheCreation1hTokens: 20, cacheReadTokens: 30 };

function member(id: number, row: EventPatch, family: string | null = null): GroupMember {
  return { id, family, event: createLedgerEventMapper(hashText)(eventOf(row), `key-${id}`) };
}

function main(id: number, outputTokens: number, row: EventPatch = {}): GroupMember {
  return member(id, { usage: usageOf({ ...prompt, outputTokens }), ...row });
}

function side(id: number, outputTokens: number, row: EventPatch = {}): GroupMember {
  return main(id, outputTokens, { isSidechain: true, ...row });
}

const find = (...members: readonly GroupMember[]) => {
  const forward = [...findReplays(members)].sort();
  expect([...findReplays(members.toReversed())].sort()).toEqual(forward);
  return forward;
};

describe('findReplays in a sidechain group', () => {
  it('finds copies of a main response with no more output', () => {
    expect(find(main(1, 50), side(2, 50), side(3, 7))).toEqual([2, 3]);
    expect(find(main(1, 50))).toEqual([]);
  });

  it('counts a side question that the main thread does not cover', () => {
    // A finished response does not grow: the larger one is a different response.
    expect(find(main(1, 50), side(2, 51))).toEqual([]);
    expect(find(main(1, 50), side(2, 50, { model: 'claude-haiku-4-5' }))).toEqual([]);
    for (const key of Object.keys(prompt)) {
      expect(find(main(1, 50), side(2, 50, { usage: usageOf({ ...prompt, [key]: 99, outputTokens: 50 }) }))).toEqual(
        [],
      );
    }
  });

  it('never treats a main response as a replay of another', () => {
    expect(find(main(1, 50), main(2, 50), main(3, 50))).toEqual([]);
    expect(find(main(1, 50, { isFinal: false }), main(2, 60))).toEqual([]);
  });

  it('counts the copy in place of a main response whose end is not in the log', () => {
    const cut = { isFinal: false };
    expect(find(main(1, 1, cut), side(2, 51))).toEqual([1]);
    expect(find(main(1, 1, cut), side(2, 51), side(3, 50))).toEqual([1, 3]);
    // Only one of several: the most complete one.
    expect(find(main(1, 1, cut), main(2, 8, cut), main(3, 40), side(4, 51))).toEqual([2]);
    expect(find(main(1, 1, cut), main(2, 51), side(3, 51))).toEqual([3]);
    expect(find(main(1, 1, cut), side(2, 51, { model: 'claude-haiku-4-5' }))).toEqual([]);
  });

  it('counts one of several side questions that replay the same response: the one with the most output, then the earliest', () => {
    expect(find(side(1, 7), side(2, 9), side(3, 8))).toEqual([1, 3]);
    expect(find(side(1, 7, { atMs: sampleMs + 1 }), side(2, 7))).toEqual([1]);
    expect(find(side(1, 7), side(2, 7))).toEqual([2]);
    // More than the main thread shows: that one counts, the smaller ones do not.
    expect(find(main(1, 8), side(2, 9), side(3, 8), side(4, 9))).toEqual([3, 4]);
  });
});

describe('findReplays in a lineage group', () => {
  it('counts the earliest of every family', () => {
    expect(
      find(
        member(1, { atMs: sampleMs + 2 }, 'one'),
        member(2, { atMs: sampleMs }, 'one'),
        member(3, { atMs: sampleMs }, 'one'),
        member(4, { atMs: sampleMs + 1 }, 'other'),
      ),
    ).toEqual([1, 3]);
  });

  it('considers only the group, not model or tokens', () => {
    expect(find(member(1, { model: 'a' }, 'one'), member(2, { model: 'b', usage: usageOf({}) }, 'one'))).toEqual([2]);
  });
});

describe('findReplays beside compacted events', () => {
  const beside = (compacted: GroupMember, ...members: readonly GroupMember[]) => {
    // A lineage hint has a thread, a sidechain hint has none.
    const threadId = compacted.family === null ? null : 'thread';
    const mark = toCompactedMark({ ...compacted.event, replay: { group: 1, threadId } });
    return mark === null ? null : [...findReplays(members, [{ ...mark, family: compacted.family }])];
  };

  it('finds all members of a family that has one', () => {
    const old = member(9, {}, 'one');
    expect(beside(old, member(1, {}, 'one'), member(2, {}, 'two'))).toEqual([1]);
    expect(beside(old, side(1, 50))).toEqual([]);
    expect(beside(main(9, 50), member(1, { isSidechain: true }, 'one'))).toEqual([]);
  });

  it('finds side questions that a compacted main response covers', () => {
    expect(beside(main(9, 50), side(1, 50))).toEqual([1]);
    expect(beside(main(9, 50), side(1, 51))).toEqual([]);
    expect(beside(main(9, 50), main(1, 50))).toEqual([]);
    expect(beside(main(9, 50), side(1, 50, { model: 'claude-haiku-4-5' }))).toEqual([]);
  });

  it('finds what is billed with a compacted side question, unless it is another, finished response', () => {
    expect(beside(side(9, 50), side(1, 7))).toEqual([1]);
    expect(beside(side(9, 50), main(1, 50))).toEqual([1]);
    expect(beside(side(9, 50), main(1, 49))).toEqual([]);
    expect(beside(side(9, 50), main(1, 49, { isFinal: false }))).toEqual([1]);
  });

  it('needs a hint', () => {
    expect(toCompactedMark(main(9, 50).event)).toBeNull();
  });
});
