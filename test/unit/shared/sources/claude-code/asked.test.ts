import { describe, expect, it } from 'vitest';
import { claudeLimitQuestion, readAsked } from '../../../../../shared/sources/claude-code/asked.ts';
import { limitsInShort } from '../../../../support/limits-in-short.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const answerOf = (result: unknown, rest: object = {}) =>
  claudeLimitQuestion.findAnswer(JSON.stringify({ type: 'result', result, ...rest }));
const read = (...lines: readonly string[]) => {
  const found = answerOf(lines.join('\n'));
  return found?.ok === true ? limitsInShort(readAsked(found.answer, atMs)) : found;
};

describe("Claude Code's answer to /usage", () => {
  it('keeps the lines about windows and drops all other text', () => {
    const found = answerOf(
      'Ada, you are on Max\nCurrent session: 10% used · resets May 4, 2pm (UTC)\nTOP-SECRET: 5% used\n',
    );
    expect(found).toEqual({
      ok: true,
      answer: { windows: [{ window: 'session', models: null, percent: 10, reset: 'resets May 4, 2pm (UTC)' }] },
    });
  });

  it.each([
    ['Current session: 10% used · resets May 4, 2pm (UTC)', ['5h', 10, '2026-05-04T14:00']],
    ['  Current session: 0.5% used - resets 11:30 (UTC)', ['5h', 0.5, '2026-05-04T11:30']],
    ['Current session: 100% used', ['5h', 100, null]],
    ['Current week (all models): 4% used · resets May 8, 4:10am (America/Sao_Paulo)', ['7d', 4, '2026-05-08T07:10']],
    ['Current week: 4% used', ['7d', 4, null]],
    ['Current week (Sonnet only): 33% used', ['7d sonnet', 33, null]],
    ['Current week (Opus): 33% used', ['7d opus', 33, null]],
    ['Current week (Alloy only): 1% used', ['7d alloy', 1, null]],
    ['Current session (Opus): 7% used', ['5h', 7, null]],
    ['Current week: 101% used', 'bad-limit'],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual([expected]);
  });

  it.each(['Current month: 4% used', 'My Current session: 10% used', 'Current session: 10% used, more', ''])(
    'finds no window in: %s',
    (line) => {
      expect(read(line)).toEqual({ ok: false });
    },
  );

  it('is rejected if the agent failed or the result is not text', () => {
    const line = 'Current session: 10% used';
    expect(answerOf(line, { is_error: true })).toEqual({ ok: false });
    expect(answerOf(line, { is_error: false })).toMatchObject({ ok: true });
    expect(answerOf(7)).toEqual({ ok: false });
  });

  it('is pending while the output is of another kind or incomplete', () => {
    expect(answerOf('Current session: 10% used', { type: 'system' })).toBeNull();
    expect(claudeLimitQuestion.findAnswer('{"type":"res')).toBeNull();
  });

  it('contains at most twenty windows, from the first 20,000 characters', () => {
    const found = answerOf('Current session: 10% used\n'.repeat(100));
    expect(found?.ok === true && found.answer['windows']).toHaveLength(20);
    expect(answerOf(`${'x'.repeat(20_000)}\nCurrent session: 10% used`)).toEqual({ ok: false });
  });

  it('belongs to the same account as the other readings', () => {
    const [record] = readAsked({ windows: [{ window: 'week', models: null, percent: 5 }] }, atMs);
    expect(record).toMatchObject({
      reading: { origin: 'api', observedAtMs: atMs, planType: null, id: { account: null, provider: 'anthropic' } },
    });
  });

  it('yields the windows that are still valid if the stored copy has changed', () => {
    expect(readAsked({ windows: 'x' }, atMs)).toEqual([]);
    expect(readAsked({ windows: [null, { window: 'month', percent: 4 }] }, atMs)).toEqual([]);
    expect(limitsInShort(readAsked({ windows: [{ window: 'week', percent: 4, reset: 7 }] }, atMs))).toEqual([
      ['7d', 4, null],
    ]);
    const many = Array.from({ length: 30 }, () => ({ window: 'week', percent: 4 }));
    expect(readAsked({ windows: many }, atMs)).toHaveLength(20);
  });
});
