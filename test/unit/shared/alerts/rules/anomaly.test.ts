import { describe, expect, it } from 'vitest';
import { anomalyRule } from '../../../../../shared/alerts/rules/anomaly.ts';
import { playRule } from '../../../../support/play-rule.ts';

const dayMs = 86_400_000;
const nowMs = Date.parse('2026-05-20T00:00:00Z');
const anomaly = (id: string, startMs: number) => ({
  ...{ id, kind: 'day' as const, startMs, tokens: 9, usualTokens: 1 },
  ...{ cause: 'sidechain' as const, causeName: null, causeShare: 0.8 },
});

describe('anomaly', () => {
  it('raises an alert for an anomaly of the last two days', () => {
    const see = (startMs: number) => playRule(anomalyRule).see({ nowMs, anomalies: [anomaly('a', startMs)] }).length;
    expect([see(nowMs - 2 * dayMs), see(nowMs - 2 * dayMs - 1)]).toEqual([1, 0]);
  });

  it('remembers an anomaly for two weeks after it began', () => {
    const again = (afterMs: number) => {
      const rule = playRule(anomalyRule);
      rule.see({ nowMs, anomalies: [anomaly('a', nowMs)] });
      rule.see({ nowMs: nowMs + afterMs });
      return rule.see({ nowMs, anomalies: [anomaly('a', nowMs)] }).length;
    };
    expect([again(14 * dayMs - 1), again(14 * dayMs)]).toEqual([0, 1]);
  });
});
