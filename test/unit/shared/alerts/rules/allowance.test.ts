import { describe, expect, it } from 'vitest';
import { allowanceRule } from '../../../../../shared/alerts/rules/allowance.ts';
import { dayMs, hourMs } from '../../../../../shared/domain/instant.ts';
import type { AllowanceChange, PlanChange } from '../../../../../shared/domain/limit-change.ts';
import { makeAllowanceChange, makePlanChange } from '../../../../support/make-limit-change.ts';
import { playRule } from '../../../../support/play-rule.ts';

const startMs = Date.parse('2026-05-01T00:00:00Z');
const allowance = makeAllowanceChange;
const plan = (patch: Partial<PlanChange> = {}) => makePlanChange({ firstSeenMs: startMs - hourMs, ...patch });
const play = () => {
  const rule = playRule(allowanceRule);
  return {
    ...rule,
    at: (days: number, allowances: readonly AllowanceChange[], plans: readonly PlanChange[] = []) =>
      rule.see({ nowMs: startMs + days * dayMs, limitChanges: { allowances, plans } }),
  };
};

describe('allowance', () => {
  it('reports a silent change once, with its evidence, even when its moment is estimated again and after a restart', () => {
    const { at, restart } = play();
    expect(at(0, [allowance()])).toEqual([
      {
        kind: 'allowance',
        key: 'allowance:["openai",null,"codex","7d"]',
        source: 'codex',
        parameters: {
          ...{ change: 'allowance', fromPlan: null, toPlan: null, ratio: 0.5, sinceMs: startMs - 15 * dayMs },
          subject: { kind: 'limit', windowMinutes: 10_080, scope: '7d', label: null },
          ...{ pairsBefore: 40, pairsAfter: 30 },
        },
      },
    ]);
    expect(at(1, [allowance({ firstNewMs: startMs - 12 * dayMs })])).toEqual([]);
    restart();
    expect(at(2, [allowance()])).toEqual([]);
    expect(at(30, [allowance({ firstNewMs: startMs + 15 * dayMs, ratio: 2 })])).toHaveLength(1);
  });

  it('is quiet where the plan or the models explain it', () => {
    expect(play().at(0, [allowance({ isWithPlan: true })])).toEqual([]);
    expect(play().at(0, [allowance({ isOtherModels: true })])).toEqual([]);
  });

  it('tells of a change of plan once, and of no old one', () => {
    const { at } = play();
    expect(at(0, [], [plan()])).toMatchObject([
      { parameters: { change: 'plan', fromPlan: 'plus', toPlan: 'pro', sinceMs: startMs - hourMs, subject: null } },
    ]);
    expect(at(1, [], [plan()])).toEqual([]);
    expect(play().at(0, [], [plan({ firstSeenMs: startMs - 8 * dayMs })])).toEqual([]);
  });

  it('remembers nothing while there is nothing', () => {
    const memory = allowanceRule.parseMemory(undefined);
    expect(allowanceRule.parseMemory({ a: 'b' })).toEqual({});
    expect(memory).toEqual({});
  });
});
