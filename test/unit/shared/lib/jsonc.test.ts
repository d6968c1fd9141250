import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMemberText, parseJsonc, removeMember, setMember } from '../../../../shared/lib/jsonc.ts';

describe('JSON with comments', () => {
  it('is read like JSON without them', () => {
    expect(parseJsonc('\ufeff{ // a\n "a": [1, 2,], /* b: */ "b": "//", }')).toEqual({ a: [1, 2], b: '//' });
  });

  it.each(['', '{', '{"a":}', '{"a" 1}', '[,]', '{,}', '{"a":1 "b":2}', 'a', '{"a":1}}', '{"a":1,,}', '{"a":1/}'])(
    'is not: %s',
    (text) => {
      expect(parseJsonc(text)).toBeUndefined();
      expect(setMember(text, 'a', '1')).toBeNull();
    },
  );

  it('is JSON where it is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseJsonc(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('setting a member', () => {
  it.each([
    ['an empty object', '{}', '{\n  "key": 1\n}'],
    ['an empty object with a comment', '{ /* mine */ }\n', '{ /* mine */\n  "key": 1\n}\n'],
    ['one line', '{"a": 1}', '{"a": 1, "key": 1}'],
    ['lines', '{\n    "a": {"key": 2}\n}\n', '{\n    "a": {"key": 2},\n    "key": 1\n}\n'],
    ['Windows', '{\r\n\t"a": 1\r\n}', '{\r\n\t"a": 1,\r\n\t"key": 1\r\n}'],
    ['a trailing comma', '{\n  "a": 1,\n}', '{\n  "a": 1,\n  "key": 1,\n}'],
    ['a comment at the end', '{\n  "a": 1 // why, and {\n}', '{\n  "a": 1, // why, and {\n  "key": 1\n}'],
    ['a byte order mark', '\ufeff{\n  "a": 1\n}', '\ufeff{\n  "a": 1,\n  "key": 1\n}'],
    ['the member itself', '{ "key" : [1, {"key": 3}] /* k */, "a": "key" }', '{ "key" : 1 /* k */, "a": "key" }'],
    ['the member twice', '{"key": 2, "key": 3}', '{"key": 2, "key": 1}'],
  ])('changes nothing else: %s', (_name, text, expected) => {
    expect(setMember(text, 'key', '1')).toBe(expected);
  });

  it('and removing it again leaves the object as it was', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(objects, fc.constantFrom(0, 2, '\t'), fc.boolean(), (object, indent, isWindows) => {
        const { key: _key, ...rest } = object;
        const json = JSON.stringify(rest, null, indent);
        const text = isWindows ? json.replaceAll('\n', '\r\n') : json;
        const set = setMember(text, 'key', '{"type": "command"}')!;
        expect(findMemberText(set, 'key')).toBe('{"type": "command"}');
        const back = removeMember(set, 'key')!;
        expect(parseJsonc(back)).toEqual(JSON.parse(json));
        if (Object.keys(rest).length > 0) expect(back).toBe(text);
      }),
    );
  });
});

describe('removing a member', () => {
  it.each([
    ['the only one', '{\n  "key": 1\n}\n', '{\n  \n}\n'],
    ['the first', '{\n  "key": 1,\n  "a": 2\n}', '{\n  "a": 2\n}'],
    ['one between', '{\n  "a": 1,\n  "key": 1,\n  "b": 2\n}', '{\n  "a": 1,\n  "b": 2\n}'],
    ['the last', '{"a": 1, "key": {"b": [1]}}', '{"a": 1}'],
    ['the last with a trailing comma', '{\n  "a": 1,\n  "key": 1,\n}', '{\n  "a": 1,\n}'],
    ['one behind a comment', '{\n  "a": 1, // why\n  "key": 1\n}', '{\n  "a": 1 // why\n  \n}'],
  ])('takes its comma: %s', (_name, text, expected) => {
    expect(removeMember(text, 'key')).toBe(expected);
  });

  it('is refused where there is none', () => {
    expect([removeMember('{"a": {"key": 1}}', 'key'), removeMember('[]', 'key'), findMemberText('{}', 'key')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
