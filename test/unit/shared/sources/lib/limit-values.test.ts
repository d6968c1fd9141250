import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseAmount,
  parseEpochMs,
  parseMoment,
  parsePercent,
  parseReset,
  parseShare,
  parseWindowMinutes,
  toAccountHash,
  toLimitRecords,
  toLimitText,
  type ReadingBase,
} from '../../../../../shared/sources/lib/limit-values.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const base: ReadingBase = {
  provider: 'loom',
  account: null,
  name: 'weft',
  source: 'loom',
  origin: 'file',
  planType: null,
  observedAtMs: atMs,
};

describe('scales', () => {
  it.each([0, 0.5, 1, 46, 100])('%d in a field of percentages is that percentage', (value) => {
    expect(parsePercent(value)).toBe(value);
  });

  it.each([
    [0, 0],
    [0.005, 0.5],
    [0.42, 42],
    [1, 100],
  ])('%d in a field of shares is %d percent', (value, percent) => {
    expect(parseShare(value)).toBe(percent);
  });

  it.each([-1, 100.5, 1_780_000_000, '5', null, undefined, Number.NaN, Infinity, [], {}])(
    '%j is no percentage',
    (value) => {
      expect(parsePercent(value)).toBeNull();
    },
  );

  it.each([-0.1, 1.01, 42, '0.5', null, Number.NaN])('%j is no share', (value) => {
    expect(parseShare(value)).toBeNull();
  });

  it('give no negative zero', () => {
    expect([parsePercent(-0), parseShare(-0)]).toEqual([0, 0]);
  });

  it('give a percentage of 0 to 100, or nothing, whatever they are given', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const found of [parsePercent(value), parseShare(value)]) {
          expect(found === null || (found >= 0 && found <= 100 && !Object.is(found, -0))).toBe(true);
        }
      }),
    );
  });
});

describe('clocks', () => {
  const second = Date.parse('2026-05-04T12:00:00Z');

  it.each([
    second / 1000,
    second / 1000 + 0.3,
    '2026-05-04T12:00:00Z',
    '2026-05-04T12:00:00.172479+00:00',
    '2026-05-04T11:59:59.665316+00:00',
    '2026-05-04T14:00:00+02:00',
  ])('%j is noon, to the second', (value) => {
    expect(parseMoment(value)).toBe(second);
  });

  it.each([second, '2026-05-04T12:00:00', '12:00', String(second), null, undefined, -1, {}])(
    '%j is no moment',
    (value) => {
      expect(parseMoment(value)).toBeNull();
    },
  );

  it('are milliseconds only in a field of milliseconds', () => {
    expect(parseEpochMs(second)).toBe(second);
    expect(parseEpochMs(second / 1000)).toBeNull();
    expect(parseEpochMs(String(second))).toBeNull();
  });

  it('name no reset further ahead than the window is long', () => {
    const after = (minutes: number) => (atMs + minutes * 60_000) / 1000;
    expect(parseReset(after(300), atMs, 300)).toBe(atMs + 300 * 60_000);
    expect(parseReset(after(306), atMs, 300)).toBe(atMs + 306 * 60_000);
    expect(parseReset(after(307), atMs, 300)).toBeNull();
    expect(parseReset(after(50_000), atMs, null)).toBe(atMs + 50_000 * 60_000);
  });
});

describe('toLimitRecords', () => {
  it('names a window by its length, or by what it covers', () => {
    const scopes = [
      { windowMinutes: 300 },
      { windowMinutes: 10_080, scope: '7d satin' as const },
      { windowMinutes: null },
    ].flatMap((window) => toLimitRecords(base, { ...window, usedPercent: 1, reset: null }));
    expect(scopes.map((record) => (record.kind === 'limit' ? record.reading.id.scope : record))).toEqual([
      '5h',
      '7d satin',
      'unknown',
    ]);
  });

  it('refuses and counts a window without a valid number', () => {
    expect(toLimitRecords(base, { windowMinutes: 300, usedPercent: null, reset: null })).toEqual([
      { kind: 'skip', reason: 'bad-limit' },
    ]);
  });

  const soon = atMs / 1_000 + 60;
  it.each([
    ['1970', 1_000],
    ['beyond 2100', 4_200_000_000],
    ['milliseconds', soon * 1_000],
    ['negative', -5],
    ['words', 'soon'],
    ['later than the window is long', soon + 300 * 60 * 2],
  ])('leaves out and counts a reset that is impossible: %s', (_, reset) => {
    const [record, ...others] = toLimitRecords(base, { windowMinutes: 300, usedPercent: 7, reset });
    expect(record).toMatchObject({ kind: 'limit', reading: { usedPercent: 7, resetsAtMs: null } });
    expect(others).toEqual([{ kind: 'skip', reason: 'bad-limit' }]);
  });

  it.each([null, undefined, 0, '', soon])('counts no reset that is absent or possible: %j', (reset) => {
    expect(toLimitRecords(base, { windowMinutes: 300, usedPercent: 7, reset })).toHaveLength(1);
  });
});

describe('other values', () => {
  it('are names, but no e-mail addresses', () => {
    const values = [' Opus ', 'ann@example.com', 'Ann <ann@example.com>', '', 7, null, 'x'.repeat(257)];
    expect(values.map(toLimitText)).toEqual(['Opus', null, null, null, null, null, null]);
  });

  it('are lengths near a nominal one, or their own', () => {
    expect([299, 10_079, 290, 0, 2.5, '300', 1e9].map((value) => parseWindowMinutes(value, [300, 10_080]))).toEqual([
      300,
      10_080,
      290,
      null,
      null,
      null,
      null,
    ]);
  });

  it('are amounts that are not negative', () => {
    expect([12.5, '3', 0, -1, '', ' ', 'x', null, Infinity].map(parseAmount)).toEqual([
      12.5,
      3,
      0,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('are accounts by a fingerprint, whatever the case of their id', () => {
    const hash = toAccountHash('0C2E7F4A-0000-4000-8000-0000000000B1');
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(toAccountHash('0c2e7f4a-0000-4000-8000-0000000000b1')).toBe(hash);
    expect([null, '', 5, undefined].map(toAccountHash)).toEqual([null, null, null, null]);
  });
});
