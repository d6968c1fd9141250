import { describe, expect, it } from 'vitest';
import { cleanText, toSafeJson } from '../../../../main/node/cli/output/clean-text.ts';
import {
  createInstantText,
  toBytesText,
  toCostText,
  toPercentText,
  toSpanText,
  toTokensText,
  toUsdText,
} from '../../../../main/node/cli/output/figures.ts';
import { toModelsText } from '../../../../main/node/cli/output/models-text.ts';

describe('figures', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1.00k'],
    [9_994, '9.99k'],
    [9_995, '10.0k'],
    [12_345, '12.3k'],
    [99_949, '99.9k'],
    [99_950, '100k'],
    [999_499, '999k'],
    [999_500, '1.00M'],
    [1_234_567_890, '1.23B'],
    [5e15, '5000T'],
  ])('write %d tokens as %s', (tokens, text) => {
    expect(toTokensText(tokens)).toBe(text);
  });

  it('write bytes in units of 1024', () => {
    expect(toBytesText(0)).toBe('0 B');
    expect(toBytesText(1_023)).toBe('1023 B');
    expect(toBytesText(1_572_864)).toBe('1.50 MiB');
  });

  it('tell nothing, next to nothing and unknown apart', () => {
    expect(toUsdText(0)).toBe('$0.00');
    expect(toUsdText(1)).toBe('<$0.01');
    expect(toUsdText(1_234_567_890)).toBe('$1,234.57');
    expect(toUsdText(null)).toBe('-');
  });

  it('mark a cost that is not the whole', () => {
    expect(toCostText(1_500_000, ['new-model'])).toBe('$1.50+');
    expect(toCostText(1_500_000, [])).toBe('$1.50');
    expect(toCostText(null, ['new-model'])).toBe('-');
  });

  it('never round a percentage up to a limit that is not reached', () => {
    expect(toPercentText(99.9)).toBe('99%');
    expect(toPercentText(0.42)).toBe('0.4%');
    expect(toPercentText(0)).toBe('0%');
  });

  it.each([
    [-5, '<1m'],
    [59_999, '<1m'],
    [12 * 60_000, '12m'],
    [(3 * 60 + 5) * 60_000, '3h 05m'],
    [(2 * 24 + 4) * 3_600_000, '2d 4h'],
  ])('write a span of %d ms as %s', (spanMs, text) => {
    expect(toSpanText(spanMs)).toBe(text);
  });

  it('write instants in a time zone', () => {
    const atMs = Date.UTC(2026, 4, 1, 22, 30);
    expect(createInstantText('Europe/Berlin')(atMs)).toBe('2026-05-02 00:30');
    expect(createInstantText('UTC')(null)).toBe('-');
  });

  it('shorten models to what tells them apart', () => {
    expect(toModelsText(['claude-opus-4-1-20250805', 'claude-opus-4-1', 'gpt-5'])).toBe('opus-4-1, gpt-5');
  });
});

describe('cleanText', () => {
  it('drops what a terminal would obey', () => {
    expect(cleanText('\u001b[31mred\u0007\u009b2J\u202eevil\u2069\r\nx')).toBe('[31mred2Jevil x');
  });
});

describe('toSafeJson', () => {
  it('escapes what a terminal would obey, and stays the same value', () => {
    const value = { path: '/x\u001b[2J\u009b2J\u202e\u007f' };
    const json = toSafeJson(value);
    expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(JSON.parse(json)).toEqual(value);
  });
});
