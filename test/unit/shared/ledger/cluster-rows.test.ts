import { describe, expect, it } from 'vitest';
import { clusterRows } from '../../../../shared/ledger/cluster-rows.ts';
import { eventOf, usageOf } from '../../../support/ledger-samples.ts';

const hash = (text: string): string => `#${text}`;
const row = (key: string, aliases: readonly string[], outputTokens: number) =>
  eventOf({ key, aliases, usage: usageOf({ outputTokens }) });
const cluster = (...rows: ReturnType<typeof row>[]) =>
  clusterRows(rows, hash).map(({ event, names }) => [event.key, [...names].sort().join(' '), event.usage.outputTokens]);

describe('clusterRows', () => {
  it('keeps rows apart that share no name', () => {
    expect(cluster(row('a', [], 1), row('b', [], 2))).toEqual([
      ['#a', '#a', 1],
      ['#b', '#b', 2],
    ]);
  });

  it('joins rows of one key, of a shared alias, and a key that is an alias elsewhere', () => {
    expect(cluster(row('a', [], 1), row('a', [], 5))).toEqual([['#a', '#a', 5]]);
    expect(cluster(row('b', ['x'], 1), row('a', ['x'], 2))).toEqual([['#a', '#a #b #x', 2]]);
    expect(cluster(row('b', ['a'], 3), row('a', [], 2))).toEqual([['#a', '#a #b', 3]]);
    // A name that is only an alias is never the key.
    expect(cluster(row('b', ['a'], 3))).toEqual([['#b', '#a #b', 3]]);
  });

  it('joins clusters that a later row connects, over any number of steps', () => {
    const chain = [
      row('a', ['1'], 1),
      row('b', ['2'], 2),
      row('c', ['3'], 9),
      row('d', ['2', '3'], 4),
      row('e', ['1', '2'], 5),
    ];
    const all = [['#a', '#1 #2 #3 #a #b #c #d #e', 9]];
    expect(cluster(...chain)).toEqual(all);
    expect(cluster(...chain.toReversed())).toEqual(all);
  });
});
