import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonCondenser } from '../../../../../main/node/ingest/condense-json.ts';

function condense(
  text: string | Buffer,
  cuts: readonly number[] = [],
  maxTextBytes = 8,
  maxBytes = 1e6,
  maxEndBytes = 0,
): string | null {
  const bytes = Buffer.from(text as string);
  const condenser = createJsonCondenser(maxBytes, maxTextBytes, maxEndBytes);
  const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
  places.slice(1).forEach((end, index) => condenser.feed(bytes, places[index]!, end));
  return condenser.take()?.toString() ?? null;
}

/** Whether it is the same value, except that texts of more than eight bytes may be shortened to their beginning. */
function isShortened(value: unknown, whole: unknown, write: (text: string) => string): boolean {
  if (typeof value === 'string' && typeof whole === 'string') {
    if (value === whole) return true;
    // A character may be split.
    return whole.startsWith(value.replace(/[\ufffd\p{Surrogate}]+$/u, '')) && Buffer.byteLength(write(whole)) > 2 + 8;
  }
  if (typeof value !== 'object' || value === null || typeof whole !== 'object' || whole === null)
    return value === whole;
  const [names, all] = [Object.keys(value), Object.keys(whole)];
  const isSameShape = names.length === all.length && Array.isArray(value) === Array.isArray(whole);
  return isSameShape && names.every((name) => isShortened(Reflect.get(value, name), Reflect.get(whole, name), write));
}

/** Whether it is the same value, except for long texts. */
function isEqualBesideTexts(value: unknown, whole: unknown): boolean {
  if (typeof value === 'string' && typeof whole === 'string') return value === whole || whole.length > 1;
  if (typeof value !== 'object' || value === null || typeof whole !== 'object' || whole === null)
    return value === whole;
  const [names, all] = [Object.keys(value), Object.keys(whole)];
  return (
    names.length === all.length &&
    names.every((name) => isEqualBesideTexts(Reflect.get(value, name), Reflect.get(whole, name)))
  );
}

function writeAscii(value: unknown): string {
  return JSON.stringify(value).replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const text = fc.string({
  unit: fc.constantFrom('a', '"', '\\', '\n', '\u0001', 'ü', '漢', '😀', '{', '}', ',', ':'),
  maxLength: 40,
});
const value = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('record'),
  ),
  list: fc.array(tie('tree'), { maxLength: 5 }),
  // Short names, so that shortening makes no two of them equal. Only one is escaped: JSON.parse of V8 13.6 mixes up names
  // whose escapes have the same length, once it has seen records of that shape.
  record: fc.dictionary(fc.constantFrom('usage', 'a', 'b', '"'), tie('tree')),
})).tree;

describe('createJsonCondenser', () => {
  it('keeps the structure, all numbers and all short texts, however the bytes arrive', () => {
    fc.assert(
      fc.property(value, fc.array(fc.nat(300)), fc.boolean(), (whole, cuts, isAscii) => {
        const write = isAscii ? writeAscii : (value: unknown): string => JSON.stringify(value);
        const line = write(whole);
        const condensed = condense(line, cuts);
        expect(condensed).toBe(condense(line));
        expect(isShortened(JSON.parse(condensed ?? ''), whole, write)).toBe(true);
        // No long text is left: eight bytes, the rest of an escape, two quotes.
        expect(
          Math.max(
            0,
            ...[...(condensed ?? '').matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([found]) => Buffer.byteLength(found)),
          ),
        ).toBeLessThan(22);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing in a line of short texts, valid or not', () => {
    for (const line of ['{"a":[1,2,{"b":"c"}]}', '', 'no json "at all', '{"a":"\\"', '""""', '\\"']) {
      expect(condense(line)).toBe(line);
    }
  });

  it('does not treat an escaped quote as the end of a text', () => {
    const text = '"usage":{"output_tokens":5}'.repeat(10);
    expect(condense(JSON.stringify({ text, usage: 1 }), [], 30)).toBe(
      `{"text":${JSON.stringify(text).slice(0, 31)}","usage":1}`,
    );
  });

  it('keeps the end of a long text as well, however the bytes arrive', () => {
    fc.assert(
      fc.property(value, fc.array(fc.nat(300)), fc.boolean(), (whole, cuts, isAscii) => {
        const line = isAscii ? writeAscii(whole) : JSON.stringify(whole);
        const condensed = condense(line, cuts, 8, 1e6, 6);
        expect(condensed).toBe(condense(line, [], 8, 1e6, 6));
        expect(isEqualBesideTexts(JSON.parse(condensed ?? ''), whole)).toBe(true);
      }),
      { numRuns: 500 },
    );
    const record = JSON.stringify({ request: 'x\n"y"'.repeat(9000), tokensIn: 12, cost: 0.5 });
    const text = JSON.parse(condense(JSON.stringify([record]), [], 20, 1e6, 40) ?? '') as string[];
    expect(text[0]).toMatch(/^\{"request":"x.*","tokensIn":12,"cost":0\.5\}$/s);
    expect(text[0]!.length).toBeLessThan(62);
  });

  it('gives up on a line that has too many numbers', () => {
    const line = JSON.stringify(Array.from({ length: 1000 }, () => 12345));
    expect(condense(line, [100, 5000], 8, 1000)).toBeNull();
    expect(condense(line, [100, 5000], 8, line.length)).toBe(line);
  });
});
