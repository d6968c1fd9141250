import { describe, expect, it } from 'vitest';
import { createLedgerEventMapper } from '../../../../shared/ledger/ledger-event.ts';
import { toPlainText } from '../../../../shared/ledger/plain-text.ts';
import { hashText } from '../../../../shared/lib/hash-text.ts';
import { eventOf, usageOf } from '../../../support/ledger-samples.ts';

describe('toPlainText', () => {
  it('replaces NUL and half surrogate pairs, and nothing else', () => {
    expect(toPlainText('a\0b\ud800c\udc00')).toBe('a\ufffdb\ufffdc\ufffd');
    expect(toPlainText('C:\\Users\\Jörg 😀\n')).toBe('C:\\Users\\Jörg 😀\n');
  });
});

describe('createLedgerEventMapper', () => {
  it('gives each row its own profile, also if it differs from the previous row in a single field', () => {
    const map = createLedgerEventMapper(hashText);
    const rows = [eventOf({}), eventOf({ branch: 'work' }), eventOf({ branch: 'work' }), eventOf({ isCopy: true })];
    expect(rows.map((row) => map(row, 'name')).map(({ profile: { branch, isCopy } }) => [branch, isCopy])).toEqual([
      ['main', false],
      ['work', false],
      ['work', false],
      ['main', true],
    ]);
  });

  it('keeps the values of a valid row', () => {
    const { aliases, replay, key, ...row } = eventOf({ loggedCostMicroUsd: 12, webSearchRequests: 1 });
    expect(aliases).toEqual([]);
    expect(replay).toBeNull();
    expect(createLedgerEventMapper(hashText)(eventOf(row), 'name')).toEqual({
      ...row,
      loggedCostMicroUsd: 12,
      key: 'name',
      replay: null,
      ownerAtMs: row.atMs,
    });
    expect(key).not.toBe('name');
  });

  it('clamps numbers to what sums can represent', () => {
    const usage = usageOf({
      inputTokens: Infinity,
      outputTokens: 1.9,
      cacheReadTokens: -1,
      reasoningTokens: Number.NaN,
    });
    expect(createLedgerEventMapper(hashText)(eventOf({ usage, atMs: Number.NaN }), 'name')).toMatchObject({
      atMs: 0,
      usage: usageOf({ inputTokens: 1_000_000_000, outputTokens: 1 }),
    });
  });

  it('names replay groups by source, kind and group together', () => {
    const group = (event: Parameters<typeof eventOf>[0]) =>
      createLedgerEventMapper(hashText)(eventOf(event), 'name').replay;
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
