import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../shared/lib/clean-text.ts';

describe('cleanText', () => {
  it('removes what a terminal would interpret', () => {
    expect(cleanText('\u001b[31mred\u0007\u009b2J\u202eevil\u2069\r\nx')).toBe('redevil x');
  });

  it.each([
    ['colours', '\u001b[1;38;5;208mmain\u001b[0m', 'main'],
    ['the cursor', 'a\u001b[?25l\u001b[2;5Hb\u001b7\u001b8', 'ab'],
    ['a sequence cut off', 'main\u001b[31', 'main'],
    ['a sequence before a letter of no terminal', '\u001b[31é', 'é'],
    ['a title', '\u001b]0;owned\u0007main', 'main'],
    ['a link', '\u001b]8;;https://a.example\u001b\\main\u001b]8;;\u001b\\', 'main'],
    ['a string of the device', '\u001bPq#0\u001b\\a\u0090q\u009cb\u001b_c\u001b\\d', 'abd'],
    ['a title that never ends', 'a\u001b]0;b', 'a0;b'],
    ['another set of characters', '\u001b(0a\u001b(B\u001bc', 'a'],
    ['an escape alone', 'a\u001b', 'a'],
  ])('removes %s whole', (_, text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });

  it('keeps brackets that no escape begins', () => {
    expect(cleanText('fix[31m] a]0;b')).toBe('fix[31m] a]0;b');
  });

  it('removes what nobody sees', () => {
    expect(cleanText('a\u{e0001}b\u{e0041}c\ufeffd\u2060e')).toBe('abcde');
    expect(cleanText('👩‍💻')).toBe('👩‍💻');
  });
});
