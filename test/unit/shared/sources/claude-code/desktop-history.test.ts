import { describe, expect, it } from 'vitest';
import { desktopHistoryStream, readDesktopHistory } from '../../../../../shared/sources/claude-code/desktop-history.ts';
import { limitsInShort } from '../../../../support/limits-in-short.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const read = (...samples: readonly unknown[]) => limitsInShort(readDesktopHistory({ samples }));

describe('the plan usage samples of the desktop app', () => {
  it('become readings of both windows, without reset times, under a separate name', () => {
    const records = readDesktopHistory({ samples: [{ t: atMs, org: 'o', u: { fh: 46, sd: 12.5 } }] });
    expect(limitsInShort(records)).toEqual([
      ['5h', 46, null],
      ['7d', 12.5, null],
    ]);
    expect(records[0]).toMatchObject({
      reading: { id: { name: 'claude-history' }, origin: 'file', observedAtMs: atMs, planType: null },
    });
  });

  it('include only windows with a number, because a failed request is not zero', () => {
    expect(read({ t: atMs, u: { fh: null, sd: 12 } }, { t: atMs, u: {} })).toEqual([['7d', 12, null]]);
    expect(read({ t: atMs, u: { fh: 0 } })).toEqual([['5h', 0, null]]);
  });

  it('are counted as damaged if the time is invalid or the number is out of range', () => {
    expect(read({ t: 'x', u: { fh: 1, sd: 2 } })).toEqual(['bad-limit', 'bad-limit']);
    expect(read({ t: atMs, u: { fh: 101 } })).toEqual(['bad-limit']);
  });

  it('are left out if they are not samples', () => {
    expect(read(null, 7, { t: atMs }, { t: atMs, u: [1] })).toEqual([]);
    for (const value of [null, [], {}, { samples: {} }]) expect(readDesktopHistory(value)).toEqual([]);
  });

  it('are limited to the newest 50,000', () => {
    const samples = Array.from({ length: 50_001 }, (_, index) => ({ t: atMs + index, u: { fh: 1 } }));
    const records = readDesktopHistory({ samples });
    expect(records).toHaveLength(50_000);
    expect(records[0]).toMatchObject({ reading: { observedAtMs: atMs + 1 } });
  });

  it('are read only from plan-usage-history.json in the folder itself', () => {
    expect(['plan-usage-history.json', 'x/plan-usage-history.json'].map(desktopHistoryStream.matches)).toEqual([
      true,
      false,
    ]);
  });
});
