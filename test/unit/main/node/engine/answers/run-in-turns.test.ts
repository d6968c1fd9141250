import { describe, expect, it } from 'vitest';
import { runInTurns } from '../../../../../../main/node/engine/answers/run-in-turns.ts';

describe('runInTurns', () => {
  it('lets other work of the thread have its turn between two steps, and resolves with the result', async () => {
    const events: string[] = [];
    function* work(): Generator<undefined, string> {
      for (const step of ['first', 'second']) {
        events.push(step);
        setImmediate(() => events.push(`after the ${step}`));
        yield;
      }
      return 'the result';
    }
    expect(await runInTurns(work(), 0)).toBe('the result');
    expect(events.slice(0, 3)).toEqual(['first', 'after the first', 'second']);
  });

  it('takes steps in one turn while there is time', async () => {
    const events: string[] = [];
    function* work(): Generator<undefined, string[]> {
      setImmediate(() => events.push('other work'));
      for (const step of ['first', 'second']) {
        events.push(step);
        yield;
      }
      return [...events];
    }
    expect(await runInTurns(work(), Infinity)).toEqual(['first', 'second']);
  });

  it('rejects with what a step throws', async () => {
    function* work(): Generator<undefined, never> {
      yield;
      throw new Error('no history');
    }
    await expect(runInTurns(work())).rejects.toThrow('no history');
  });
});
