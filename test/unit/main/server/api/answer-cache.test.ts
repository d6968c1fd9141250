import { describe, expect, it } from 'vitest';
import { createAnswerCache, type ComputedAnswer } from '../../../../../main/server/api/answer-cache.ts';
import { toProblemDetails } from '../../../../../main/server/api/problem-details.ts';

const write = (text: string) => ({ body: new Uint8Array(Buffer.from(text)), etag: '' });

function createCache() {
  const state = { nowMs: 1_000, revision: 1, computed: 0 };
  const cache = createAnswerCache({ nowMs: () => state.nowMs, revision: () => state.revision });
  const compute = async (): Promise<ComputedAnswer> => {
    state.computed += 1;
    return write(`answer ${state.computed}`);
  };
  const ask = async (key = '/api/report'): Promise<string> => {
    const answer = await cache.get(key, compute);
    return 'problem' in answer ? answer.problem.type : Buffer.from(answer.body).toString();
  };
  return { state, cache, ask };
}

describe('the cache of answers', () => {
  it('computes an answer once for all who ask for it at once, and within a second', async () => {
    const { state, ask } = createCache();
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['answer 1', 'answer 1', 'answer 1']);
    state.nowMs += 999;
    expect(await ask()).toBe('answer 1');
    state.nowMs += 1;
    expect(await ask()).toBe('answer 2');
    expect(await ask('/api/report?by=month')).toBe('answer 3');
  });

  it('computes it again as soon as the snapshot is another, or something was changed', async () => {
    const { state, cache, ask } = createCache();
    await ask();
    state.revision = 2;
    expect(await ask()).toBe('answer 2');
    cache.clear();
    expect(await ask()).toBe('answer 3');
  });

  it('does not share what was begun before a change', async () => {
    const { state, cache } = createCache();
    let finish = (_: ComputedAnswer): void => undefined;
    const old = cache.get('key', () => new Promise((resolve) => (finish = resolve)));
    state.revision = 2;
    expect(await cache.get('key', async () => write('new'))).toEqual(write('new'));
    finish(write('old'));
    expect(await old).toEqual(write('old'));
    expect(await cache.get('key', async () => write('newer'))).toEqual(write('new'));
  });

  it('shows what is held without computing it, and nothing that is not there yet, or holds no more', async () => {
    const { state, cache, ask } = createCache();
    const asked = ask();
    expect(cache.peek('/api/report')).toBeNull();
    await asked;
    expect(cache.peek('/api/report')).toEqual(write('answer 1'));
    state.revision = 2;
    expect([cache.peek('/api/report'), cache.peek('/other')]).toEqual([null, null]);
  });

  it('keeps neither refusals nor failures nor what is very long', async () => {
    const { cache, ask } = createCache();
    const problem = toProblemDetails('unavailable');
    expect(await cache.get('/api/report', async () => ({ problem }))).toEqual({ problem });
    expect(await ask()).toBe('answer 1');
    await expect(cache.get('failing', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask('failing')).toBe('answer 2');
    await cache.get('long', async () => write('x'.repeat(2_000_001)));
    expect(await ask('long')).toBe('answer 3');
  });
});
