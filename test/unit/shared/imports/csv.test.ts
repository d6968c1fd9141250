import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../../shared/imports/csv.ts';

const parse = (text: string) => [...parseCsv(text)];

describe('rows of a CSV text', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\ufeffa,"b,c","d""e"\n', [['a', 'b,c', 'd"e']]],
    [
      '"two\nlines",x\n\n\ny,',
      [
        ['two\nlines', 'x'],
        ['y', ''],
      ],
    ],
    ['"not closed, ever\nx', [['not closed, ever\nx']]],
    ['"a"b,c', [['a', 'c']]],
    [',,\n', [['', '', '']]],
    ['', []],
  ])('%j', (text, rows) => expect(parse(text)).toEqual(rows));

  it('are what was written, whatever the fields hold', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'ä') });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (written, lineEnd) => {
        const text = written.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(lineEnd);
        expect(parse(text)).toEqual(written);
      }),
    );
  });

  it('end for every text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\ufeff') }),
        (text) => void parse(text),
      ),
    );
  });
});
