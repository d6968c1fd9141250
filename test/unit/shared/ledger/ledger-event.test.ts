import { describe, expect, it } from 'vitest';
import { toLedgerEvent, toPlainText } from '../../../../shared/ledger/ledger-event.ts';
import { hashText } from '../../../../shared/lib/hash-text.ts';
import { eventOf, usageOf } from '../../../support/ledger-samples.ts';

describe('toPlainText', () => {
  it('replaces NUL and half surrogate pairs, and nothing else', () => {
    expect(toPlainText('a\0b\ud800c\udc00')).toBe('a\ufffdb\ufffdc\ufffd');
    expect(toPlainText('C:\\Users\\Jörg 😀\n')).toBe('C:\\Users\\Jörg 😀\n');
  });
});

describe('toLedgerEvent', () => {
  it('keeps what a sound row says', () => {
    const { aliases, replay, key, ...row } = eventOf({ loggedCostMicroUsd: 12, webSearchRequests: 1 });
    expect(aliases).toEqual([]);
    expect(replay).toBeNull();
    expect(toLedgerEvent(eventOf(row), 'name', hashText)).toEqual({
      ...row,
      loggedCostMicroUsd: 12,
      key: 'name',
      replay: null,
      ownerAtMs: row.atMs,
    });
    expect(key).not.toBe('name');
  });

  it('forces numbers into what sums can hold', () => {
    const usage = usageOf({
      inputTokens: Infinity,
      outputTokens: 1.9,
      cacheReadTokens: -1,
      reasoningTokens: Number.NaN,
    });
    expect(toLedgerEvent(eventOf({ usage, atMs: Number.NaN }), 'name', hashText)).toMatchObject({
      atMs: 0,
      usage: usageOf({ inputTokens: 1_000_000_000, outputTokens: 1 }),
    });
  });

  it('names replay groups by source, kind and group together', () => {
    const group = (event: Parameters<typeof eventOf>[0]) => toLedgerEvent(eventOf(event), 'name', hashText).replay;
    const side = group({ replay: { kind: 'sidechain', group: 'g' } });
    const lineage = group({ replay: { kind: 'lineage', group: 'g', threadId: 't\0' } });
    expect(side?.threadId).toBeNull();
    expect(lineage?.threadId).toBe('t\ufffd');
    const groups = [
      side,
      lineage,
      group({ replay: { kind: 'sidechain', group: 'h' } }),
      group({ source: 'codex', replay: { kind: 'sidechain', group: 'g' } }),
    ].map((mark) => mark?.group);
    expect(new Set(groups).size).toBe(4);
    for (const value of groups) expect(Number.isSafeInteger(value)).toBe(true);
  });
});
