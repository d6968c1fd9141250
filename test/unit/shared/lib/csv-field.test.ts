import { expect, it } from 'vitest';
import { toCsvField } from '../../../../shared/lib/csv-field.ts';

it('quotes what must be quoted, and leaves unknown empty', () => {
  expect(['a,b', 'say "x"', 'two\nlines', null, -1, 'a = b'].map(toCsvField)).toEqual([
    '"a,b"',
    '"say ""x"""',
    '"two\nlines"',
    '',
    '-1',
    'a = b',
  ]);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '\t=1', '\tx'])('makes no formula of the text “%s”', (text) => {
  expect(toCsvField(text)).toBe(`'${text}`);
});
