import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseJson, parseJsonAs } from '../../../../shared/lib/parse-json.ts';

const deep = '['.repeat(100_000);

describe('parseJson', () => {
  it('returns the value of a JSON text, including null', () => {
    expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
    expect(parseJson('null')).toBeNull();
  });

  it.each(['', '{', 'undefined', deep])('returns undefined for other texts', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});

describe('parseJsonAs', () => {
  const schema = v.object({ a: v.number() });

  it('returns what the schema accepts', () => {
    expect(parseJsonAs(schema, '{"a":1,"b":2}')).toEqual({ a: 1 });
  });

  it.each(['{"a":"1"}', 'null', '{', deep, null])('returns null for other values', (text) => {
    expect(parseJsonAs(schema, text)).toBeNull();
  });
});
