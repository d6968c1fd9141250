import { describe, expect, it } from 'vitest';
import { defaultAlertChoices } from '../../../../../shared/alerts/alert-choices.ts';
import { guardRule } from '../../../../../shared/alerts/rules/guard.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import { playRule } from '../../../../support/play-rule.ts';

const hourMs = 3_600_000;
const nowMs = Date.parse('2026-05-01T12:00:00Z');
const limits = { softUsd: 5, hardUsd: 10, softTokens: 500, hardTokens: 1_000, action: 'pause' as const };
const choices = { ...defaultAlertChoices, guard: { ...defaultAlertChoices.guard, ...limits } };
const session = (usd: number | null, tokens = 0, lastAtMs = nowMs) => ({
  ...{ source: 'claude-code', sessionId: 's-1', project: '/a', lastAtMs },
  ...{ usage: { ...emptyUsage, outputTokens: tokens }, minutes: [] },
  ...{ costMicroUsd: usd === null ? null : usd * 1e6, unpricedModels: [] },
});
const start = () => playRule(guardRule);
const see = (rule: ReturnType<typeof start>, atMs: number, usd: number | null, tokens = 0) =>
  rule
    .see({ choices, nowMs: atMs, sessions: [session(usd, tokens, atMs)] })
    .map(({ key, parameters: { level, action } }) => [key.split(':').at(-1), level, action]);

describe('guard', () => {
  it('counts a session exactly at a limit as having reached it, in cost and in tokens', () => {
    expect(see(start(), nowMs, 4.99, 499)).toEqual([]);
    expect(see(start(), nowMs, 5, 500)).toEqual([
      ['money', 'soft', 'warn'],
      ['tokens', 'soft', 'warn'],
    ]);
    expect(see(start(), nowMs, 10, 1_000)).toEqual([
      ['money', 'hard', 'pause'],
      ['tokens', 'hard', 'pause'],
    ]);
  });

  it('says how much of which limit was used', () => {
    const [money, tokens] = start().see({ choices, nowMs, sessions: [session(6, 600)] });
    expect(money?.parameters).toMatchObject({
      ...{ sessionId: 's-1', project: '/a', tokens: null, costMicroUsd: 6e6, budgetMicroUsd: 5e6 },
    });
    expect(tokens?.parameters).toMatchObject({
      ...{ tokens: { used: 600, limit: 500 }, costMicroUsd: null, budgetMicroUsd: null },
    });
  });

  it('ignores a session that has been quiet for more than an hour', () => {
    const at = (lastAtMs: number) => start().see({ choices, nowMs, sessions: [session(6, 0, lastAtMs)] }).length;
    expect([at(nowMs - hourMs), at(nowMs - hourMs - 1)]).toEqual([1, 0]);
  });

  it('forgets a session after thirty days, or when the clock is set back that far', () => {
    const again = (afterMs: number) => {
      const rule = start();
      see(rule, nowMs, 6);
      return see(rule, nowMs + afterMs, 6).length;
    };
    const days = 30 * 24 * hourMs;
    expect([again(days - 1), again(days), again(1 - days), again(-days)]).toEqual([0, 1, 0, 1]);
  });

  it('does not raise an alert for the soft limit after one for the hard limit', () => {
    const rule = start();
    expect([see(rule, nowMs, 10).length, see(rule, nowMs + 1, 6).length]).toEqual([1, 0]);
  });
});
