import { describe, expect, it } from 'vitest';
import { isGiven, parseJsonRecord, toName, toRecord } from '../../../../../shared/sources/lib/json-record.ts';

describe('a JSON line', () => {
  it.each([
    ['{"a":1}', { ok: true, value: { a: 1 } }],
    ['{"a":', { ok: false, error: 'not-json' }],
    ['', { ok: false, error: 'not-json' }],
    ['[1]', { ok: false, error: 'not-a-record' }],
    ['null', { ok: false, error: 'not-a-record' }],
    ['"a"', { ok: false, error: 'not-a-record' }],
  ])('%s', (line, expected) => {
    expect(parseJsonRecord(line)).toEqual(expected);
  });

  it('is an object, not a list or null', () => {
    const values = [{}, [], null, undefined, 'a', 1];
    expect(values.map((value) => toRecord(value) !== null)).toEqual([true, false, false, false, false, false]);
  });

  it('gives a value unless it is undefined or null', () => {
    expect([0, '', false, null, undefined].map(isGiven)).toEqual([true, true, true, false, false]);
  });
});

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
