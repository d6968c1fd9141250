import { describe, expect, it } from 'vitest';
import { isGiven, parseJsonRecord, toRecord } from '../../../../shared/lib/json-record.ts';

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
