import { expect, it } from 'vitest';
import { markEncoding, toCsv } from '../../../../renderer/state/to-csv.ts';

it('quotes what must be, leaves unknown empty, and makes no formulas', () => {
  expect(toCsv([['a,b', 'say "x"', null, -1, '=1+1', 'two\nlines']])).toBe(
    '"a,b","say ""x""",,-1,\'=1+1,"two\nlines"\r\n',
  );
});

it('makes no formula of what begins with a space either', () => {
  expect(toCsv([[' =1+1', 'a = b']])).toBe("' =1+1,a = b\r\n");
});

it('is marked as UTF-8 where it is more than ASCII', () => {
  expect(markEncoding('name,tokens\r\nshop,1\r\n')).toBe('name,tokens\r\nshop,1\r\n');
  expect(markEncoding('name\r\nمشروع\r\n')).toBe('\uFEFFname\r\nمشروع\r\n');
});
