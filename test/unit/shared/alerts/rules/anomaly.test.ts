import { describe, expect, it } from 'vitest';
import { anomalyRule } from '../../../../../shared/alerts/rules/anomaly.ts';
import type { AnomalyKind } from '../../../../../shared/domain/forecast.ts';
import { playRule } from '../../../../support/play-rule.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const nowMs = Date.parse('2026-05-20T00:00:00Z');
const anomaly = (id: string, startMs: number, kind: AnomalyKind = 'day') => ({
  ...{ id, kind, startMs, tokens: 9e6, usualTokens: 1e6 },
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

  it('alerts once for a session or a day, with its cause, also after a restart', () => {
    const play = playRule(anomalyRule);
    const at = (hours: number, ...ids: string[]) =>
      play
        .see({ nowMs: nowMs + hours * hourMs, anomalies: ids.map((id) => anomaly(id, nowMs, 'session')) })
        .map(({ key, parameters }) => [key, parameters]);
    expect(at(0, 'a')).toEqual([
      [
        'anomaly:a',
        {
          ...{ anomaly: 'session', tokens: 9e6, usualTokens: 1e6 },
          ...{ cause: 'sidechain', causeName: null, causeShare: 0.8 },
        },
      ],
    ]);
    play.restart();
    expect(at(1, 'a', 'b').map(([key]) => key)).toEqual(['anomaly:b']);
    // Gone for a while, and found again.
    expect(at(2)).toEqual([]);
    expect(at(3, 'a', 'b')).toEqual([]);
  });

  it('says nothing of hours, which have a rule of their own, nor of what is no news', () => {
    const play = playRule(anomalyRule);
    const old = anomaly('old', nowMs - 3 * dayMs);
    expect(play.see({ nowMs, anomalies: [anomaly('h', nowMs, 'hour'), old] })).toEqual([]);
    expect(play.see({ nowMs, anomalies: [anomaly('d', nowMs)] })).toHaveLength(1);
  });
});
