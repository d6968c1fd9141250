import { describe, expect, it } from 'vitest';
import { findMissingSlots } from '../../../../../../main/node/store/tables/missing-slots.ts';

interface Row {
  readonly startMs: number;
  readonly grainMs: number;
  readonly of: string;
  readonly n: number;
}

/** `a 10+5 7`: of subject a, from 10 on, five long, with a sum of 7. */
function toRow(text: string): Row {
  const [of = '', span = '', n] = text.split(' ');
  const [startMs, grainMs] = span.split('+').map(Number);
  return { of, startMs: startMs ?? NaN, grainMs: grainMs ?? NaN, n: Number(n) };
}

const toText = ({ of, startMs, grainMs, n }: Row): string => `${of} ${startMs}+${grainMs} ${n}`;

/** What a ledger holds after it has taken in the other one's rows. */
function join(present: readonly string[], found: readonly string[]): readonly string[] {
  const rows = present.map(toRow);
  const { removed, added } = findMissingSlots(
    () => rows,
    found.map(toRow),
    ({ of }) => of,
    ({ n }) => n,
  );
  return [...rows.filter((row) => !removed.includes(row)), ...added].map(toText).sort();
}

describe('findMissingSlots', () => {
  it.each([
    ['nothing to a ledger from an empty one', ['a 0+5 7'], [], ['a 0+5 7']],
    [
      'everything to an empty ledger, also late rows of a span that is summed up',
      [],
      ['a 0+15 9', 'a 5+5 0'],
      ['a 0+15 9', 'a 5+5 0'],
    ],
    ['what is next to a row', ['a 5+5 1'], ['a 0+5 2', 'a 10+5 3'], ['a 0+5 2', 'a 10+5 3', 'a 5+5 1']],
    ['nothing that is the same', ['a 0+5 7'], ['a 0+5 7'], ['a 0+5 7']],
    ['the newer state of a row', ['a 0+5 7', 'b 0+5 9'], ['a 0+5 8', 'b 0+5 8'], ['a 0+5 8', 'b 0+5 9']],
    [
      'no parts of a sum',
      ['a 0+15 9', 'a 5+5 1'],
      ['a 0+5 4', 'a 5+5 3', 'a 10+5 2', 'a 15+5 1'],
      ['a 0+15 9', 'a 15+5 1', 'a 5+5 1'],
    ],
    ['a sum instead of its parts', ['a 10+5 2', 'a 0+5 4', 'a 15+5 1'], ['a 0+15 9'], ['a 0+15 9', 'a 15+5 1']],
    ['rows of another subject', ['a 0+15 9'], ['b 0+5 1'], ['a 0+15 9', 'b 0+5 1']],
    ['the larger number of an unknown time', ['a 0+0 1', 'b 0+0 2'], ['a 0+0 2', 'b 0+0 1'], ['a 0+0 2', 'b 0+0 2']],
  ])('adds %s', (_what, present, found, expected) => {
    expect(join(present, found)).toEqual(expected);
  });
});
