import { describe, expect, it } from 'vitest';
import {
  readCount,
  readCounts,
  readInstantText,
  readName,
} from '../../../../../shared/sources/lib/telemetry-values.ts';

describe('a telemetry attribute', () => {
  const count = (value: unknown) => readCount({ ...(value !== undefined && { n: value as string }) }, 'n');

  it('is a count if it is a number or digits, and zero if it is missing', () => {
    expect([7, '7', '0', undefined].map(count)).toEqual([7, 7, 0, 0]);
    expect(count('1000000000000')).toBe(1e12);
    for (const value of ['', '-1', '1.5', '7 ', '1e3', '10000000000000', -1, 1.5, true])
      expect(count(value)).toBeNull();
  });

  it('makes all counts in a group unreadable if it is damaged', () => {
    expect(readCounts({ a: 1, b: '2' }, ['a', 'b', 'c'])).toEqual({ a: 1, b: 2, c: 0 });
    expect(readCounts({ a: 1, b: 'x' }, ['a', 'b'])).toBeNull();
  });

  it('is a name if it is one word of reasonable length', () => {
    const name = (value: unknown) => readName({ n: value as string }, 'n');
    expect([name('gpt-5.5'), name('x'.repeat(256))]).toEqual(['gpt-5.5', 'x'.repeat(256)]);
    for (const value of ['', 'two words', 'a\nb', 'a\u0007', 'x'.repeat(257), 7]) expect(name(value)).toBeNull();
    expect(readName({}, 'n')).toBeNull();
  });

  it('is a time, kept as it was sent', () => {
    const instant = (value: string) => readInstantText({ n: value }, 'n');
    expect(instant('2026-05-04T09:00:00.123Z')).toBe('2026-05-04T09:00:00.123Z');
    expect([instant('2026-05-04'), instant('soon'), instant(`2026-05-04T09:00:00.${'1'.repeat(40)}Z`)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
