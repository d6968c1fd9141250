import { describe, expect, it } from 'vitest';
import { findYoungTrust, toFirstTrust, toQuarter } from '../../../../shared/forecast/first-trust.ts';

describe('toQuarter', () => {
  it.each([
    [0, 1],
    [0.25, 1],
    [0.37, 1],
    [0.38, 2],
    [0.5, 2],
    [0.62, 2],
    [0.63, 3],
    [0.75, 3],
    [1, 3],
  ])('%d is in quarter %d', (share, quarter) => {
    expect(toQuarter(share)).toBe(quarter);
  });
});

describe('toFirstTrust', () => {
  it('mostly believes blocks from the first day, and half of its doubt is gone after three', () => {
    for (const share of [0.25, 0.5, 0.75]) {
      expect(toFirstTrust('block', share, 0)).toBeCloseTo(0.6);
      expect(toFirstTrust('block', share, 3)).toBeCloseTo(0.8);
      expect(toFirstTrust('block', share, 9)).toBeCloseTo(0.9);
      expect(toFirstTrust('block', share, 1e6)).toBeCloseTo(1);
    }
  });

  it.each([
    ['day', 0.25, 0.8, 2, 5],
    ['day', 0.5, 0.8, 3, 8],
    ['day', 0.75, 0.8, 7, 10],
    ['week', 0.25, 0.6, 2, 10],
    ['week', 0.5, 0.6, 3, 20],
    ['week', 0.75, 0.6, 7, 28],
  ] as const)('of a %s at %d grows to %d: from %d days on, half after %d more', (kind, share, most, idle, half) => {
    expect(toFirstTrust(kind, share, 0)).toBe(0);
    expect(toFirstTrust(kind, share, idle)).toBe(0);
    expect(toFirstTrust(kind, share, idle + half)).toBeCloseTo(most / 2);
    expect(toFirstTrust(kind, share, 1e6)).toBeCloseTo(most, 3);
    expect(toFirstTrust(kind, share, 1e6)).toBeLessThanOrEqual(most);
  });
});

describe('findYoungTrust', () => {
  it('late in the day of a first week, half believes who works, and nothing of who rests', () => {
    expect(findYoungTrust('day', 0.75, 6.9, 0)).toBe(0.5);
    expect(findYoungTrust('day', 0.75, 6.9, 2)).toBe(0.5);
    expect(findYoungTrust('day', 0.75, 6.9, 3)).toBe(0);
  });

  it('says nothing of other windows, other parts of the day, and longer histories', () => {
    expect(findYoungTrust('week', 0.75, 1, 0)).toBeNull();
    expect(findYoungTrust('block', 0.75, 1, 0)).toBeNull();
    expect(findYoungTrust('day', 0.5, 1, 0)).toBeNull();
    expect(findYoungTrust('day', 0.75, 7, 0)).toBeNull();
  });
});
