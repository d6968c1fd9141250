import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLineChanges } from '../../../../shared/lib/line-changes.ts';

const show = (before: string | null, after: string | null): readonly string[] =>
  toLineChanges(before, after).map(({ sign, line }) => `${sign}${line}`);

describe('the lines of a change', () => {
  it('are those of one place, with one on either side', () => {
    expect(show('a\nb\nc\nd\n', 'a\nb\nx\ny\nd\n')).toEqual([' b', '-c', '+x', '+y', ' d']);
    expect(show('a\r\nb', 'a\nb\nb')).toEqual([' b', '+b']);
    expect(show(null, '{}\n')).toEqual(['+{}']);
    expect(show('{}\n', null)).toEqual(['-{}']);
    expect(show('a\nb', 'a\nb\n')).toEqual([]);
  });

  it('make the new text out of the old one', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, (old, fresh) => {
        const changes = toLineChanges(old.join('\n'), fresh.join('\n'));
        const count = (sign: string): number => changes.filter((change) => change.sign === sign).length;
        expect(old.length - count('-') + count('+')).toBe(fresh.length);
      }),
    );
  });
});
