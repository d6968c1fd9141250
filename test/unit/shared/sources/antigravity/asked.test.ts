import { describe, expect, it } from 'vitest';
import { antigravityLimitQuestion, readAsked } from '../../../../../shared/sources/antigravity/asked.ts';
import { limitsInShort } from '../../../../support/limits-in-short.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const reset = '2026-05-04T12:00:00Z';
const bucket = { window: '5h', remaining_fraction: 0.4, reset_time: reset };
const ask = (...buckets: readonly unknown[]) => {
  const groups = [{ name: 'Gemini Pro', buckets }];
  return antigravityLimitQuestion.findAnswer(JSON.stringify({ command: { data: { groups } } }));
};
const read = (...windows: readonly unknown[]) => limitsInShort(readAsked({ windows }, atMs));

describe('the answer of Antigravity to /usage', () => {
  it('keeps the windows of every group, and nothing else', () => {
    expect(ask({ ...bucket, title: 'SECRET' })).toEqual({
      ok: true,
      answer: { windows: [{ group: 'Gemini Pro', window: '5h', remaining: 0.4, reset }] },
    });
  });

  it('leaves out a disabled window, which another one of its group decides, and one without a share', () => {
    expect(ask({ ...bucket, disabled: true }, { window: '5h' }, null)).toEqual({ ok: false });
    expect(ask({ ...bucket, disabled: true }, { ...bucket, disabled: false })).toMatchObject({ ok: true });
  });

  it('is none without groups, and not yet there before it is JSON', () => {
    for (const text of ['{}', '{"command":{"data":{"groups":{}}}}', '{"command":{"data":{"groups":[{},null]}}}']) {
      expect(antigravityLimitQuestion.findAnswer(text)).toEqual({ ok: false });
    }
    expect(antigravityLimitQuestion.findAnswer('Thinking')).toBeNull();
  });

  it('is read no further than any answer goes', () => {
    const found = ask(...Array.from({ length: 30 }, () => bucket));
    expect(found?.ok === true && found.answer['windows']).toHaveLength(20);
    expect(read(...Array.from({ length: 30 }, () => ({ group: 'a', window: '5h', remaining: 1 })))).toHaveLength(20);
  });
});

describe('a window of such an answer', () => {
  it.each([
    ['5h', '5h'],
    ['five_hour', '5h'],
    ['7d', '7d'],
    ['weekly', '7d'],
    ['30d', '30d'],
    ['monthly', '30d'],
  ])('named %s is one of %s', (window, scope) => {
    expect(read({ group: 'Gemini', window, remaining: 0.75, reset: null })).toEqual([[scope, 25, null]]);
  });

  it('says what is left, of which the rest is used', () => {
    expect([1, 0, 0.123, 1.5].map((remaining) => read({ group: 'Gemini', window: '5h', remaining, reset })[0])).toEqual(
      [['5h', 0, '2026-05-04T12:00'], ['5h', 100, '2026-05-04T12:00'], ['5h', 87.7, '2026-05-04T12:00'], 'bad-limit'],
    );
  });

  it('is that of its group, under which it is shown', () => {
    const [record] = readAsked({ windows: [{ group: 'Claude & GPT (new)', window: '5h', remaining: 1 }] }, atMs);
    expect(record).toMatchObject({
      reading: { label: 'Claude & GPT (new)', id: { provider: 'google', account: null, name: 'claude-gpt-new-' } },
    });
  });

  it('is none of an unknown length or without a group', () => {
    expect(read({ group: 'a', window: '1h', remaining: 1 }, { group: null, window: '5h', remaining: 1 }, null)).toEqual(
      [],
    );
    expect(readAsked({ windows: 7 }, atMs)).toEqual([]);
  });
});
