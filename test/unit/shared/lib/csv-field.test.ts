import { expect, it } from 'vitest';
import { toCsvField } from '../../../../shared/lib/csv-field.ts';

it('quotes values that need quotes, and leaves unknown values empty', () => {
  expect(['a,b', 'say "x"', 'two\nlines', null, -1, 'a = b'].map(toCsvField)).toEqual([
    '"a,b"',
    '"say ""x"""',
    '"two\nlines"',
    '',
    '-1',
    'a = b',
  ]);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '\t=1', '\tx'])('escapes the formula “%s”', (text) => {
  expect(toCsvField(text)).toBe(`'${text}`);
});
