import { describe, expect, it } from 'vitest';
import {
  toAmount,
  toInstantMs,
  toNumber,
  toPercent,
  toResetMs,
} from '../../../../../../shared/sources/claude-code/statusline/values.ts';

const noon = Date.parse('2026-05-04T12:00:00Z');

describe('a value in a status line', () => {
  it('is a number only if it is finite and not text', () => {
    expect([1.5, -1, '1', Infinity, Number.NaN, null].map(toNumber)).toEqual([1.5, -1, null, null, null, null]);
  });

  it('is an amount only from 0 to 10^15', () => {
    expect([0, 0.5, 1e15, -1, 1.1e15, '1'].map(toAmount)).toEqual([0, 0.5, 1e15, null, null, null]);
  });

  it('is a percentage only from 0 to 100', () => {
    expect([0, 100, -0.1, 100.1, null].map(toPercent)).toEqual([0, 100, null, null, null]);
  });

  it('is a time in seconds, milliseconds or ISO 8601', () => {
    for (const value of [noon, noon / 1_000, '2026-05-04T12:00:00Z']) expect(toInstantMs(value)).toBe(noon);
    expect(toInstantMs(noon / 1_000 + 0.000_4)).toBe(noon);
    for (const value of ['soon', null, Number.NaN, {}, true]) expect(toInstantMs(value)).toBeNull();
  });

  it('is not a time before 2020 or from 2100 on', () => {
    const [first, end] = [Date.UTC(2020, 0), Date.UTC(2100, 0)];
    expect([first / 1_000, end / 1_000 - 1].map(toInstantMs)).toEqual([first, end - 1_000]);
    expect([first / 1_000 - 1, end / 1_000, end, first].map(toInstantMs)).toEqual([null, null, null, first]);
  });

  it('is not a reset time in milliseconds, which that field never uses', () => {
    expect([noon, noon / 1_000, '2026-05-04T12:00:00Z'].map(toResetMs)).toEqual([null, noon, noon]);
    expect(toResetMs(Date.UTC(2020, 0))).toBeNull();
  });
});
