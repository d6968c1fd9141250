import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from '../../../../../../main/node/cli/output/json-lines.ts';

describe('formatJson', () => {
  it('writes what JSON.stringify would write', () => {
    const value = fc.dictionary(
      fc.string(),
      fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constant(undefined)),
    );
    fc.assert(
      fc.property(value, (object) => {
        const text = [...formatJson(object)].join('\n');
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(object)));
        // Only characters that a terminal would interpret are written differently.
        const isPlain = /^[ -~\n]*$/.test(JSON.stringify(object));
        if (isPlain) expect(text).toBe(JSON.stringify(object, null, 2));
      }),
    );
  });

  it('yields the elements of an array one by one', () => {
    const lines = formatJson({ rows: [{ id: 1 }, { id: 2 }], totals: { events: 2 } });
    expect(lines.next().value).toBe('{');
    expect(lines.next().value).toBe('  "rows": [');
    expect(lines.next().value).toBe('    {\n      "id": 1\n    },');
  });

  it('escapes what a terminal would interpret', () => {
    const text = [...formatJson({ 'a\u009b': ['\u202e\u001b[2J'] })].join('');
    expect(text).not.toMatch(/\p{Cc}|\u202e/u);
    expect(JSON.parse(text)).toEqual({ 'a\u009b': ['\u202e\u001b[2J'] });
  });
});
