import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../../../../../main/node/cli/output/csv.ts';

function write(...values: readonly (string | number | null)[]): string | undefined {
  return [
    ...formatCsv(
      values.map((value, index) => ({ name: `c${index}`, value: () => value })),
      [null],
    ),
  ][1];
}

describe('formatCsv', () => {
  it('has a header, also without rows', () => {
    expect([...formatCsv([{ name: 'key', value: () => '' }], [])]).toEqual(['key']);
  });

  it.each([
    [['a', 1.25, null, 'b'], 'a,1.25,,b'],
    [['a,b', 'say "x"'], '"a,b","say ""x"""'],
    [['two\nlines\u001b[31m\u202e'], 'two lines'],
  ])('writes %j', (values, line) => expect(write(...values)).toBe(line));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1'])('does not let a spreadsheet run the name %s', (name) => {
    expect(write(name)).toBe(`'${name}`);
    expect(write(-1)).toBe('-1');
  });
});
