import { describe, expect, it } from 'vitest';
import { parseEpochSeconds, parseIsoInstant, toIso } from '../../../../shared/domain/instant.ts';

describe('parseIsoInstant', () => {
  it.each([
    ['2026-05-04T09:00:03.120Z', Date.UTC(2026, 4, 4, 9, 0, 3, 120)],
    ['2026-05-04T09:00:03.123456789+05:45', Date.UTC(2026, 4, 4, 3, 15, 3, 123)],
    ['2026-01-31T23:59:59Z', Date.UTC(2026, 0, 31, 23, 59, 59)],
    ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
    // The first and the last plausible instant.
    ['2015-01-01T00:00:00Z', Date.UTC(2015, 0)],
    ['2099-12-31T23:59:59.999Z', Date.UTC(2100, 0) - 1],
  ])('reads %s', (text, atMs) => {
    expect(parseIsoInstant(text)).toBe(atMs);
  });

  it.each([
    '2026-02-30T09:00:00Z',
    '2026-02-29T09:00:00Z',
    '2026-04-31T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-05-32T09:00:00Z',
    '2026-05-00T09:00:00Z',
    '2026-05-04T25:00:00Z',
    '2026-05-04T09:00:00',
    '1999-05-04T09:00:00Z',
    '2014-12-31T23:59:59.999Z',
    '2100-01-01T00:00:00Z',
    'yesterday',
    1_777_885_200_000,
    null,
  ])('does not accept %s as an instant', (text) => {
    expect(parseIsoInstant(text)).toBeNull();
  });
});

describe('parseEpochSeconds', () => {
  it('reads seconds with fractions', () => {
    expect(parseEpochSeconds(1_777_885_200)).toBe(1_777_885_200_000);
    expect(parseEpochSeconds(1_777_885_200.1234)).toBe(1_777_885_200_123);
  });

  it.each(['1777885200', null, undefined, NaN, Infinity, -1, 0, 1_777_885_200_000])('does not accept %s', (seconds) => {
    expect(parseEpochSeconds(seconds)).toBeNull();
  });
});

describe('toIso', () => {
  it('returns the instant in UTC, and null for an unknown one', () => {
    expect(toIso(Date.UTC(2026, 4, 1, 22, 30))).toBe('2026-05-01T22:30:00.000Z');
    expect(toIso(null)).toBeNull();
  });
});
