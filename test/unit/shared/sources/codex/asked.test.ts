import { describe, expect, it } from 'vitest';
import { codexLimitQuestion, readAsked } from '../../../../../shared/sources/codex/asked.ts';
import { limitsInShort } from '../../../../support/limits-in-short.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const resetsAt = Date.parse('2026-05-04T12:00:00Z') / 1_000;
const limits = {
  limitId: 'codex',
  primary: { usedPercent: 10, windowDurationMins: 300, resetsAt },
  secondary: { usedPercent: 20, windowDurationMins: 10_080, resetsAt },
};

describe('the limits that Codex answers with', () => {
  it('are both windows of each limit that is listed, else of the main one', () => {
    const both = [
      ['5h', 10, '2026-05-04T12:00'],
      ['7d', 20, '2026-05-04T12:00'],
    ];
    expect(limitsInShort(readAsked({ rateLimits: limits }, atMs))).toEqual(both);
    expect(
      limitsInShort(readAsked({ rateLimits: { primary: null }, rateLimitsByLimitId: { codex: limits } }, atMs)),
    ).toEqual(both);
  });

  it('belong to the account and plan in the answer and include the credits', () => {
    const answer = {
      account: 'abc',
      rateLimits: {
        ...limits,
        ...{ limitId: 'codex_other', limitName: 'Other', planType: 'pro' },
        credits: { hasCredits: true, unlimited: false, balance: '12.5' },
      },
    };
    const records = readAsked(answer, atMs);
    expect(limitsInShort(records)[2]).toEqual(['credits', null, null]);
    expect(records[0]).toMatchObject({
      reading: {
        ...{ origin: 'api', observedAtMs: atMs, planType: 'pro', label: 'Other' },
        id: { account: 'abc', name: 'codex_other' },
      },
    });
    expect(records[2]).toMatchObject({ reading: { amount: { remaining: 12.5 } } });
    expect(readAsked({ ...answer, account: 7 }, atMs)[0]).toMatchObject({ reading: { id: { account: null } } });
  });

  it('are at most twenty, without entries that are not limits', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`l${index}`, { ...limits, secondary: null }]),
    );
    expect(readAsked({ rateLimitsByLimitId: many }, atMs)).toHaveLength(20);
    expect(limitsInShort(readAsked({ rateLimits: limits, rateLimitsByLimitId: { a: null, b: 7 } }, atMs))).toHaveLength(
      2,
    );
    expect(readAsked({ rateLimits: { primary: 7 } }, atMs)).toEqual([]);
  });
});

describe('the output of Codex', () => {
  const answerOf = (value: unknown) => codexLimitQuestion.findAnswer(JSON.stringify(value));

  it('has no answer until a complete message with the id of the request', () => {
    expect(answerOf({ id: 1, result: {} })).toBeNull();
    expect(answerOf({ method: 'other' })).toBeNull();
    expect(codexLimitQuestion.findAnswer('{"id":2,')).toBeNull();
  });

  it('is stored with only the limits and a hash of the account', () => {
    const found = answerOf({ id: 2, result: { rateLimits: limits, email: 'SECRET', accountId: 'acc-1' } });
    expect(found).toMatchObject({ ok: true, answer: { rateLimits: limits } });
    expect(found?.ok === true && found.answer['account']).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.stringify(found)).not.toMatch(/SECRET|acc-1/);
  });

  it('is rejected if it is an error', () => {
    expect(answerOf({ id: 2, error: { code: -1 } })).toEqual({ ok: false });
  });
});
