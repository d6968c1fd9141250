import { describe, expect, it } from 'vitest';
import { halve, nextBatch, type Batches } from '../../../../build/extension/batches.ts';
import { countRequest, noCounts, observeFront, removeSent, type Counts } from '../../../../build/extension/counts.ts';

const nowMs = Date.UTC(2026, 4, 14, 10);
const moment = (afterMs: number) => ({ nowMs: nowMs + afterMs, day: '2026-05-14' });

function makeScene(counts: Counts) {
  let ids = 0;
  const options = { max: 50, newId: () => `id-${(ids += 1)}` };
  return (batches: Batches, now = counts) => nextBatch(batches, now, 'site', options);
}

describe('batches', () => {
  const visited = observeFront(observeFront(noCounts, 'claude.ai', moment(0)), 'claude.ai', moment(20_000));

  it('are sent again to the letter until they are known to have arrived, whatever is counted in between', () => {
    const next = makeScene(visited);
    const sent = next({});
    const later = observeFront(visited, 'claude.ai', moment(50_000));
    expect(next({ site: sent! }, later)).toBe(sent);
    const left = removeSent(later, sent!.counts);
    expect(next({}, left)).toMatchObject({ id: 'id-2', counts: [{ name: 'claude.ai', activeMs: 30_000, count: 0 }] });
  });

  it('are none where nothing of their kind waits', () => {
    expect(makeScene(countRequest(noCounts, 'claude-web', moment(0)))({})).toBeNull();
  });

  it('become smaller where a receiver takes less, under an id of their own', () => {
    const counts = ['a', 'b', 'c'].map((name) => ({ ...visited.waiting[0]!, name }));
    const half = halve({ id: 'x', counts }, () => 'y');
    expect(half).toEqual({ id: 'y', counts: [counts[0]] });
    expect(halve(half!, () => 'z')).toBeNull();
  });
});
