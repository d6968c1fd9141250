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

describe("Antigravity's answer to /usage", () => {
  it('keeps only the windows of each group', () => {
    expect(ask({ ...bucket, title: 'SECRET' })).toEqual({
      ok: true,
      answer: { windows: [{ group: 'Gemini Pro', window: '5h', remaining: 0.4, reset }] },
    });
  });

  it('leaves out a window that is disabled or has no remaining fraction', () => {
    expect(ask({ ...bucket, disabled: true }, { window: '5h' }, null)).toEqual({ ok: false });
    expect(ask({ ...bucket, disabled: true }, { ...bucket, disabled: false })).toMatchObject({ ok: true });
  });

  it('is rejected without windows, and pending until the output is JSON', () => {
    for (const text of ['{}', '{"command":{"data":{"groups":{}}}}', '{"command":{"data":{"groups":[{},null]}}}']) {
      expect(antigravityLimitQuestion.findAnswer(text)).toEqual({ ok: false });
    }
    expect(antigravityLimitQuestion.findAnswer('Thinking')).toBeNull();
  });

  it('contains at most twenty windows', () => {
    const found = ask(...Array.from({ length: 30 }, () => bucket));
    expect(found?.ok === true && found.answer['windows']).toHaveLength(20);
    expect(read(...Array.from({ length: 30 }, () => ({ group: 'a', window: '5h', remaining: 1 })))).toHaveLength(20);
  });
});

describe("a window in Antigravity's answer", () => {
  it.each([
    ['5h', '5h'],
    ['five_hour', '5h'],
    ['7d', '7d'],
    ['weekly', '7d'],
    ['30d', '30d'],
    ['monthly', '30d'],
  ])('named %s has the scope %s', (window, scope) => {
    expect(read({ group: 'Gemini', window, remaining: 0.75, reset: null })).toEqual([[scope, 25, null]]);
  });

  it('counts everything but the remaining fraction as used', () => {
    expect([1, 0, 0.123, 1.5].map((remaining) => read({ group: 'Gemini', window: '5h', remaining, reset })[0])).toEqual(
      [['5h', 0, '2026-05-04T12:00'], ['5h', 100, '2026-05-04T12:00'], ['5h', 87.7, '2026-05-04T12:00'], 'bad-limit'],
    );
  });

  it('belongs to its group and has the group name as its label', () => {
    const [record] = readAsked({ windows: [{ group: 'Claude & GPT (new)', window: '5h', remaining: 1 }] }, atMs);
    expect(record).toMatchObject({
      reading: { label: 'Claude & GPT (new)', id: { provider: 'google', account: null, name: 'claude-gpt-new-' } },
    });
  });

  it('is ignored if its length is unknown or it has no group', () => {
    expect(read({ group: 'a', window: '1h', remaining: 1 }, { group: null, window: '5h', remaining: 1 }, null)).toEqual(
      [],
    );
    expect(readAsked({ windows: 7 }, atMs)).toEqual([]);
  });
});
