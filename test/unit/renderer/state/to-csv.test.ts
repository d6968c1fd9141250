import { expect, it } from 'vitest';
import { toCsv } from '../../../../renderer/state/to-csv.ts';

it('quotes what must be, leaves unknown empty, and makes no formulas', () => {
  expect(toCsv([['a,b', 'say "x"', null, -1, '=1+1', 'two\nlines']])).toBe(
    '"a,b","say ""x""",,-1,\'=1+1,"two\nlines"\r\n',
  );
});
