import { describe, expect, it } from 'vitest';
import { toName } from '../../../../../shared/sources/lib/names.ts';

describe('a name', () => {
  it('has no control characters, lone surrogates or surrounding spaces', () => {
    expect([' a b ', 'a\u0000b\u009f', 'a\ud800b', '😀'].map((text) => toName(text))).toEqual([
      'a b',
      'ab',
      'ab',
      '😀',
    ]);
  });

  it('is not an empty string or a value of another type', () => {
    for (const value of ['', ' ', '\u0007', 7, null, {}]) expect(toName(value)).toBeNull();
  });

  it('is rejected if it is too long', () => {
    expect([toName('abc', 3), toName('abcd', 3)]).toEqual(['abc', null]);
    expect([toName('x'.repeat(4_096)) !== null, toName('x'.repeat(4_097))]).toEqual([true, null]);
  });
});
