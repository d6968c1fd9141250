import { describe, expect, it } from 'vitest';
import { defaultAlertChoices, type AlertChoices } from '../../../../shared/alerts/alert-choices.ts';
import type { AlertInput, PeriodSpend } from '../../../../shared/alerts/alert-rule.ts';
import { burnRule } from '../../../../shared/alerts/rules/burn.ts';
import { busyAgentRule } from '../../../../shared/alerts/rules/busy-agent.ts';
import { digestRule } from '../../../../shared/alerts/rules/digest.ts';
import { anomalyRule } from '../../../../shared/alerts/rules/anomaly.ts';
import { expiringLogsRule } from '../../../../shared/alerts/rules/expiring-logs.ts';
import { silentSourceRule } from '../../../../shared/alerts/rules/silent-source.ts';
import { spendRule } from '../../../../shared/alerts/rules/spend.ts';
import { parseAlertState } from '../../../../shared/alerts/alert-state.ts';
import { addDays, toWeekStart } from '../../../../shared/domain/calendar-day.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { evaluateAlerts } from '../../../../shared/alerts/evaluate.ts';
import { makeProcess } from '../../../fakes/cli-host.ts';
import { makeAlertInput } from '../../../support/make-alert-input.ts';
import { playRule } from '../../../support/play-rule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const startMs = Date.parse('2026-05-01T00:00:00Z');
const choose = (patch: Partial<AlertChoices>): AlertChoices => ({ ...defaultAlertChoices, ...patch });

describe('spend', () => {
  const choices = choose({ spend: { ...defaultAlertChoices.spend, dayUsd: 10 } });
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
});

describe('burn', () => {
  const minuteOf = (atMs: number, tokens: number) => ({
    ...{ source: 'codex', atMs, tokens, freshTokens: 0, costMicroUsd: null, isCostPartial: true },
  });

  it('alerts when the last hour is far above nine of ten of the own hours, once in six hours, after twenty hours', () => {
    const play = playRule(burnRule);
    const session = (sessionId: string, project: string, tokens: number, minutesAgo: number, nowMs: number) => ({
      ...{ source: 'codex', sessionId, project, usage: emptyUsage, costMicroUsd: null, unpricedModels: [] },
      lastAtMs: nowMs - minutesAgo * minuteMs,
      minutes: [{ startMs: nowMs - minutesAgo * minuteMs, tokens }],
    });
    const link = { source: 'codex', confidence: 'certain', evidence: 'open-file' } as const;
    const agents = [
      makeProcess({ pid: 7, session: { ...link, sessionId: 'calm' } }),
      makeProcess({ pid: 8, session: { ...link, sessionId: 'busy', confidence: 'possible' } }),
      makeProcess({ pid: 9, session: { ...link, sessionId: 'busy' } }),
    ];
    const raised: number[] = [];
    for (let hour = 0; hour < 40; hour += 1) {
      const tokens = hour === 5 || hour === 30 || hour === 31 ? 1_000_000 : 100_000;
      const nowMs = startMs + hour * hourMs + 50 * minuteMs;
      const burnMinutes = [minuteOf(nowMs - 40 * minuteMs, tokens)];
      const sessions = [
        session('calm', '/home/ada/site', 10, 1, nowMs),
        session('busy', '/home/ada/shop', 900_000, 30, nowMs),
        // Before the last hour.
        session('old', '/home/ada/old', 5_000_000, 70, nowMs),
      ];
      const found = play.see({ nowMs, burnMinutes, sessions, agents });
      if (found.length > 0) {
        raised.push(hour);
        expect(found[0]).toMatchObject({
          parameters: { tokensPerHour: 1_000_000, typicalTokensPerHour: 100_000 },
        });
        expect(found[0]?.parameters).toMatchObject({ project: '/home/ada/shop', sessionId: 'busy', pid: 9 });
      }
      if (hour % 7 === 0) play.restart();
    }
    expect(raised).toEqual([30]);
  });
});

describe('busy-agent', () => {
  const agent = (cpuRatio: number | null, rssBytes = 1) => makeProcess({ cpuRatio, rssBytes });

  it('alerts once when an agent stays above a limit without a break', () => {
    const play = playRule(busyAgentRule);
    const at = (minute: number, ...agents: readonly ReturnType<typeof agent>[]) =>
      play.see({ nowMs: startMs + minute * minuteMs, agents }).map(({ parameters }) => parameters.measure);
    expect([at(0, agent(2)), at(8, agent(2)), at(10, agent(0.1)), at(16, agent(2))]).toEqual([[], [], [], []]);
    expect([at(24, agent(2)), at(31, agent(2)), at(40, agent(2))]).toEqual([[], ['cpu'], []]);
    expect(at(41, agent(0.1, 9e9))).toEqual([]);
    expect([at(50, agent(null, 9e9)), at(57, agent(null, 9e9))]).toEqual([[], ['memory']]);
  });

  it('does not take a time in which nobody looked for work', () => {
    const play = playRule(busyAgentRule);
    play.see({ nowMs: startMs, agents: [agent(2)] });
    expect(play.see({ nowMs: startMs + 8 * hourMs, agents: [agent(2)] })).toEqual([]);
  });
});

describe('silent-source', () => {
  it('alerts once when logs grow for hours and nothing in them counts', () => {
    const play = playRule(silentSourceRule);
    const at = (hours: number, events: number, bytes: number) =>
      play.see({ nowMs: startMs + hours * hourMs, sources: [{ source: 'codex', events, bytes }] }).length;
    expect([at(0, 5, 1e6), at(1, 5, 3e6), at(2, 5, 4e6), at(3, 5, 9e6)]).toEqual([0, 0, 1, 0]);
    expect([at(4, 6, 10e6), at(9, 6, 10.5e6), at(10, 6, 12e6)]).toEqual([0, 0, 1]);
    expect(playRule(silentSourceRule).see({ sources: [{ source: 'codex', events: 0, bytes: 1e9 }] })).toEqual([]);
  });
});

describe('anomaly', () => {
  const anomaly = (id: string, kind: 'session' | 'hour' | 'day', startMs: number) => ({
    ...{ id, kind, startMs, tokens: 9e6, usualTokens: 1e6 },
    ...{ cause: 'sidechain' as const, causeName: null, causeShare: 0.8 },
  });

  it('alerts once for a session or a day, with its cause, also after a restart', () => {
    const play = playRule(anomalyRule);
    const at = (hours: number, ...ids: string[]) =>
      play
        .see({ nowMs: startMs + hours * hourMs, anomalies: ids.map((id) => anomaly(id, 'session', startMs)) })
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
    const old = anomaly('old', 'day', startMs - 3 * dayMs);
    expect(play.see({ nowMs: startMs, anomalies: [anomaly('h', 'hour', startMs), old] })).toEqual([]);
    expect(play.see({ nowMs: startMs, anomalies: [anomaly('d', 'day', startMs)] })).toHaveLength(1);
  });
});

describe('expiring-logs', () => {
  it('alerts once in three days for an agent', () => {
    const play = playRule(expiringLogsRule);
    const expiring = { sourceLabel: 'Claude Code', logs: 3, deletesAtMs: startMs + 2 * dayMs };
    const at = (hours: number) => play.see({ nowMs: startMs + hours * hourMs, expiring }).length;
    expect([at(0), at(1)]).toEqual([1, 0]);
    play.restart();
    expect([at(71), at(72)]).toEqual([0, 1]);
  });
});

describe('digest', () => {
  const periods = (day: string, week: string) => [
    {
      period: 'day' as const,
      since: day,
      endsAtMs: startMs,
      tokens: 5,
      responses: 1,
      costMicroUsd: null,
      isCostPartial: false,
    },
    {
      period: 'week' as const,
      since: week,
      endsAtMs: startMs,
      tokens: 9,
      responses: 2,
      costMicroUsd: null,
      isCostPartial: false,
    },
  ];

  it('sums up each day at its hour and each week on its last day, once; nothing that was due before the first start', () => {
    const play = playRule(digestRule);
    const at = (day: string, weekday: number, hour: number) =>
      play
        .see({ local: { weekday, minute: hour * 60 }, periods: periods(day, '2026-04-27') })
        .map(({ parameters }) => parameters.period);
    expect([at('2026-05-01', 5, 19), at('2026-05-01', 5, 20)]).toEqual([[], []]);
    expect([at('2026-05-02', 6, 17), at('2026-05-02', 6, 18), at('2026-05-02', 6, 19)]).toEqual([[], ['day'], []]);
    play.restart();
    expect([at('2026-05-02', 6, 20), at('2026-05-03', 0, 18), at('2026-05-03', 0, 23)]).toEqual([
      [],
      ['day', 'week'],
      [],
    ]);
  });

  it('sums up a day that begins after midnight at its end, not when it has just begun', () => {
    const choices = choose({ digest: { ...defaultAlertChoices.digest, atMinute: 60 } });
    const play = playRule(digestRule);
    const at = (day: string, weekday: number, hour: number) =>
      play
        .see({ choices, dayStartHour: 4, local: { weekday, minute: hour * 60 }, periods: periods(day, '2026-04-27') })
        .map(({ parameters }) => parameters.period);
    expect([at('2026-05-01', 5, 12), at('2026-05-01', 6, 0), at('2026-05-01', 6, 1)]).toEqual([[], [], ['day']]);
    expect([at('2026-05-02', 6, 4), at('2026-05-02', 6, 23), at('2026-05-02', 0, 2)]).toEqual([[], [], ['day']]);
    expect([at('2026-05-03', 0, 9), at('2026-05-03', 1, 1)]).toEqual([[], ['day', 'week']]);
  });

  /** Sees days at an hour, each after the whole of the day and the week before. */
  function playDays() {
    const play = playRule(digestRule);
    return (day: string, hour: number, patch: Partial<AlertInput> = {}) =>
      play
        .see({
          local: { weekday: 0, minute: hour * 60 },
          periods: periods(day, toWeekStart(day, { weekStartsOn: 1 })),
          endedPeriods: periods(addDays(day, -1), addDays(toWeekStart(day, { weekStartsOn: 1 }), -7)),
          ...patch,
        })
        .map(({ parameters: { since, upTo } }) => [since, upTo === undefined]);
  }

  it('sums up the whole of a day and a week whose hour was slept through, once', () => {
    const at = playDays();
    expect([at('2026-05-01', 9), at('2026-05-01', 18)]).toEqual([[], [['2026-05-01', false]]]);
    expect(at('2026-05-02', 9)).toEqual([]);
    // Asleep from the second to the fourth, a Monday.
    expect(at('2026-05-04', 9)).toEqual([
      ['2026-05-03', true],
      ['2026-04-27', true],
    ]);
    expect([at('2026-05-04', 10), at('2026-05-04', 18)]).toEqual([[], [['2026-05-04', false]]]);
  });

  it('leaves out what was missed where nothing was used, or when its own hour has come', () => {
    const at = playDays();
    at('2026-05-01', 9);
    const idle = periods('2026-05-01', '2026-04-20').map((each) => ({ ...each, responses: 0 }));
    expect([at('2026-05-02', 9, { endedPeriods: idle }), at('2026-05-02', 10)]).toEqual([[], []]);
    expect(at('2026-05-06', 19)).toEqual([
      ['2026-05-06', false],
      ['2026-04-27', true],
    ]);
  });

  it('announces nothing old when turned on', () => {
    const at = playDays();
    const choices = choose({ digest: { ...defaultAlertChoices.digest, daily: false, weekly: false } });
    for (const day of ['2026-05-01', '2026-05-02', '2026-05-05']) at(day, 12, { choices });
    expect([at('2026-05-05', 13), at('2026-05-06', 9)]).toEqual([[], [['2026-05-05', true]]]);
  });

  it('says up to when it counts', () => {
    const play = playRule(digestRule);
    const see = (minute: number) =>
      play.see({ local: { weekday: 0, minute }, periods: periods('2026-05-03', '2026-04-27') });
    see(0);
    const upTo = { day: '2026-05-03', minute: 1_085 };
    expect(see(1_085).map(({ parameters }) => parameters.upTo)).toEqual([upTo, upTo]);
  });
});

describe('a rule that is off', () => {
  it('keeps watching, so that turning it on announces nothing old', () => {
    const expiring = { sourceLabel: 'Claude Code', logs: 3, deletesAtMs: 1 };
    const off = choose({ 'expiring-logs': { isOn: false, schedule: null } });
    const first = evaluateAlerts(parseAlertState(null), makeAlertInput({ expiring, choices: off }));
    const second = evaluateAlerts(first.state, makeAlertInput({ expiring }));
    expect([first.intents, second.intents]).toEqual([[], []]);
    expect(evaluateAlerts(parseAlertState(null), makeAlertInput({ expiring })).intents).toHaveLength(1);
  });
});
