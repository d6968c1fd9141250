import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../shared/lib/clean-text.ts';

describe('cleanText', () => {
  it('removes what a terminal would interpret', () => {
    expect(cleanText('\u001b[31mred\u0007\u009b2J\u202eevil\u2069\r\nx')).toBe('[31mred2Jevil x');
  });

  it('removes what nobody sees', () => {
    expect(cleanText('a\u{e0001}b\u{e0041}c\ufeffd\u2060e')).toBe('abcde');
    expect(cleanText('👩‍💻')).toBe('👩‍💻');
  });
});
