import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../shared/lib/clean-text.ts';

describe('cleanText', () => {
  it('removes what a terminal would interpret', () => {
    expect(cleanText('\u001b[31mred\u0007\u009b2J\u202eevil\u2069\r\nx')).toBe('[31mred2Jevil x');
  });
});
