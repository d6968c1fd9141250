import { describe, expect, it } from 'vitest';
import { defaultAlertChoices } from '../../../../../shared/alerts/alert-choices.ts';
import type { PeriodSpend } from '../../../../../shared/alerts/alert-rule.ts';
import { spendRule } from '../../../../../shared/alerts/rules/spend.ts';
import { playRule } from '../../../../support/play-rule.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startMs = Date.parse('2026-05-01T00:00:00Z');

describe('spend', () => {
  const choices = { ...defaultAlertChoices, spend: { ...defaultAlertChoices.spend, dayUsd: 10 } };
  const spent = (usd: number | null, day: number): readonly PeriodSpend[] => [
    {
      ...{ period: 'day', costMicroUsd: usd === null ? null : usd * 1e6, isCostPartial: false },
      ...{ since: `2026-05-0${day + 1}`, endsAtMs: startMs + (day + 1) * dayMs },
    },
  ];

  it('alerts at 80 and 100 percent of a budget, once a day, not for what was spent before the start', () => {
    const play = playRule(spendRule);
    const at = (hours: number, usd: number | null) =>
      play
        .see({ choices, nowMs: startMs + hours * hourMs, spend: spent(usd, Math.floor(hours / 24)) })
        .map(({ parameters }) => parameters.thresholdPercent);
    expect([at(1, 8.5), at(2, 9), at(3, 10), at(4, null), at(5, 12)]).toEqual([[], [], [100], [], []]);
    play.restart();
    expect([at(6, 13), at(26, 1), at(27, 8), at(28, 11), at(29, 12)]).toEqual([[], [], [80], [100], []]);
  });

  it('alerts on each of two days that were seen at the same hour only, for example after sleep', () => {
    const play = playRule(spendRule);
    const at = (hours: number, usd: number) =>
      play.see({ choices, nowMs: startMs + hours * hourMs, spend: spent(usd, Math.floor(hours / 24)) }).length;
    expect([at(1, 1), at(12, 9), at(36, 9), at(60, 9)]).toEqual([0, 1, 1, 1]);
  });

  it('says that part of the cost is unknown', () => {
    const play = playRule(spendRule);
    const at = (hours: number, usd: number, isCostPartial: boolean) =>
      play
        .see({
          choices,
          nowMs: startMs + hours * hourMs,
          spend: spent(usd, 0).map((each) => ({ ...each, isCostPartial })),
        })
        .map(({ parameters }) => parameters.isCostPartial);
    expect([at(1, 1, false), at(2, 8, true), at(3, 10, false)]).toEqual([[], [true], [undefined]]);
  });

  it('needs a budget', () => {
    const play = playRule(spendRule);
    play.see({ nowMs: startMs, spend: spent(1, 0) });
    expect(play.see({ nowMs: startMs + hourMs, spend: spent(500, 0) })).toEqual([]);
  });

  it('alerts again on a budget that was raised since, once that is spent', () => {
    const play = playRule(spendRule);
    const at = (hours: number, usd: number, dayUsd: number) =>
      play
        .see({
          ...{ nowMs: startMs + hours * hourMs, spend: spent(usd, 0) },
          choices: { ...choices, spend: { ...choices.spend, dayUsd } },
        })
        .map(({ parameters }) => parameters.thresholdPercent);
    expect([at(1, 1, 10), at(2, 10, 10), at(3, 10, 20), at(4, 20, 20)]).toEqual([[], [100], [], [100]]);
  });
});
