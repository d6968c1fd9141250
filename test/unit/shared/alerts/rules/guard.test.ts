import { describe, expect, it } from 'vitest';
import { defaultAlertChoices, type AlertChoices } from '../../../../../shared/alerts/alert-choices.ts';
import { guardRule } from '../../../../../shared/alerts/rules/guard.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import { playRule } from '../../../../support/play-rule.ts';

const hourMs = 3_600_000;
const nowMs = Date.parse('2026-05-01T12:00:00Z');
const limits = { softUsd: 5, hardUsd: 10, softTokens: 500, hardTokens: 1_000, action: 'pause' as const };
const withLimits = (patch: Partial<AlertChoices['guard']>): AlertChoices => ({
  ...defaultAlertChoices,
  guard: { ...defaultAlertChoices.guard, ...limits, ...patch },
});
const choices = withLimits({});
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

  it('alerts at the soft limit, then at the hard one with its action, each once', () => {
    const play = playRule(guardRule);
    const at = (usd: number) =>
      play
        .see({ choices, nowMs, sessions: [session(usd)] })
        .map(({ parameters: { level, action } }) => [level, action]);
    expect([at(4), at(5), at(6)]).toEqual([[], [['soft', 'warn']], []]);
    play.restart();
    expect([at(7), at(10), at(12)]).toEqual([[], [['hard', 'pause']], []]);
  });

  it('guards a session again whose limit was raised since, and leaves it alone while a lower one is typed', () => {
    const play = playRule(guardRule);
    const at = (usd: number, hardUsd: number) =>
      play
        .see({ choices: withLimits({ hardUsd }), nowMs, sessions: [session(usd)] })
        .map(({ parameters: { level } }) => level);
    expect([at(10, 10), at(11, 1), at(11, 20), at(19, 20)]).toEqual([['hard'], [], [], []]);
    play.restart();
    expect([at(20, 20), at(21, 20)]).toEqual([['hard'], []]);
  });

  it('pauses what it is to stop and no hook of its agent can', () => {
    const stop = withLimits({ action: 'stop' });
    const actionWith = (...stoppable: string[]) =>
      playRule(guardRule).see({ choices: stop, nowMs, sessions: [session(10)], stoppable: new Set(stoppable) })[0]
        ?.parameters.action;
    expect([actionWith(`claude-code:${session(10).sessionId}`), actionWith('claude-code:other')]).toEqual([
      'stop',
      'pause',
    ]);
  });

  it('says that the cost of a session is a minimum if a model has no price', () => {
    const partly = { ...session(60), unpricedModels: ['mimo-v2'] };
    const found = playRule(guardRule).see({ choices, nowMs, sessions: [partly] });
    expect(found[0]?.parameters).toMatchObject({ costMicroUsd: 60e6, isCostPartial: true });
    expect(playRule(guardRule).see({ choices, nowMs, sessions: [session(60)] })[0]?.parameters).not.toHaveProperty(
      'isCostPartial',
    );
  });

  it('counts tokens too, and guards nobody who does not work', () => {
    const tokens = { ...defaultAlertChoices, guard: { ...defaultAlertChoices.guard, hardTokens: 100 } };
    const found = playRule(guardRule).see({ choices: tokens, nowMs, sessions: [session(null, 100)] });
    expect(found[0]?.parameters).toMatchObject({ tokens: { used: 100, limit: 100 }, costMicroUsd: null });
    const old = session(50, 0, nowMs - hourMs - 1);
    expect(playRule(guardRule).see({ choices, nowMs, sessions: [old, session(null)] })).toEqual([]);
  });

  it('only warns at the hard limit where that is what the person chose', () => {
    const rule = start();
    const alerts = rule.see({ choices: withLimits({ action: 'warn' }), nowMs, sessions: [session(10)] });
    expect(alerts).toMatchObject([{ kind: 'guard', parameters: { level: 'hard', action: 'warn' } }]);
  });

  it('takes a limit that is not set for none, not for zero', () => {
    const none = { softUsd: null, hardUsd: null, softTokens: null, hardTokens: null };
    const seeWith = (patch: Partial<AlertChoices['guard']>) =>
      start()
        .see({ choices: withLimits({ ...none, ...patch }), nowMs, sessions: [session(7, 700)] })
        .map(({ parameters: { level, tokens } }) => [level, tokens === null ? 'money' : 'tokens']);
    expect(seeWith({})).toEqual([]);
    expect(seeWith({ softTokens: 500 })).toEqual([['soft', 'tokens']]);
    expect(seeWith({ hardUsd: 5 })).toEqual([['hard', 'money']]);
  });

  it('acts at a hard limit that was lowered to what a soft one has announced', () => {
    const rule = start();
    const at = (patch: Partial<AlertChoices['guard']>) =>
      rule.see({ choices: withLimits(patch), nowMs, sessions: [session(6)] }).map(({ parameters: { level } }) => level);
    expect([at({}), at({ hardUsd: 5 }), at({ hardUsd: 5 })]).toEqual([['soft'], ['hard'], []]);
  });

  it('does not announce a soft limit that was raised after the hard one was reached', () => {
    const rule = start();
    const at = (usd: number, patch: Partial<AlertChoices['guard']>) =>
      rule.see({ choices: withLimits(patch), nowMs, sessions: [session(usd)] }).length;
    expect([at(10, {}), at(20, { softUsd: 20, hardUsd: null })]).toEqual([1, 0]);
  });
});
