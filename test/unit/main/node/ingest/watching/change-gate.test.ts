import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChangeGate } from '../../../../../../main/node/ingest/watching/change-gate.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function createScene(restMs = 1_000) {
  const lots: (readonly string[])[] = [];
  const rest = { ms: restMs };
  const gate = createChangeGate({ restMs: () => rest.ms, onChanges: (paths) => lots.push(paths) });
  return { gate, lots, rest };
}

describe('createChangeGate', () => {
  it('passes on a single change immediately, and changes in quick succession together', () => {
    const { gate, lots } = createScene();
    gate.note('a');
    expect(lots).toEqual([['a']]);
    vi.advanceTimersByTime(400);
    for (const path of ['a', 'b', 'a']) gate.note(path);
    vi.advanceTimersByTime(599);
    expect(lots).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(lots).toEqual([['a'], ['a', 'b']]);
    vi.advanceTimersByTime(5_000);
    gate.note('c');
    expect(lots).toEqual([['a'], ['a', 'b'], ['c']]);
  });

  it('opens early on request, and then uses the current rest time', () => {
    const { gate, lots, rest } = createScene();
    gate.note('a');
    gate.note('b');
    gate.open();
    expect(lots).toEqual([['a'], ['b']]);
    gate.open();
    expect(lots).toHaveLength(2);
    rest.ms = 0;
    gate.note('c');
    expect(lots).toEqual([['a'], ['b'], ['c']]);
  });

  it('knows what is waiting', () => {
    const { gate } = createScene();
    gate.note('a');
    expect(gate.isWaiting('a')).toBe(false);
    gate.note('a');
    expect(gate.isWaiting('a')).toBe(true);
    expect(gate.isWaiting('b')).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(gate.isWaiting('a')).toBe(false);
  });

  it('passes on nothing once it is closed', () => {
    const { gate, lots } = createScene();
    gate.note('a');
    gate.note('b');
    gate.close();
    vi.advanceTimersByTime(5_000);
    expect(lots).toEqual([['a']]);
  });
});
