import { describe, expect, it } from 'vitest';
import { hashText } from '../../../../shared/lib/hash-text.ts';

describe('hashText', () => {
  it('is stable: stored keys depend on it', () => {
    expect(hashText('')).toBe('635edc6b05e3717d');
    expect(hashText('fuelgauge')).toBe('f275ae2a9e15a716');
  });

  it('distinguishes similar texts', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `{"line":${index}}`);
    expect(new Set(texts.map(hashText)).size).toBe(texts.length);
    expect(hashText('ab')).not.toBe(hashText('ba'));
  });

  it('returns 16 hexadecimal digits', () => {
    for (const text of ['', 'a', '\u0000', '字', 'x'.repeat(10_000)]) expect(hashText(text)).toMatch(/^[0-9a-f]{16}$/);
  });
});
