import { describe, expect, it } from 'vitest';
import { burnRule } from '../../../../../shared/alerts/rules/burn.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import { makeProcess } from '../../../../fakes/cli-host.ts';
import { playRule } from '../../../../support/play-rule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-05-01T00:00:00Z');

const minuteOf = (atMs: number, tokens: number, source = 'codex') => ({
  ...{ source, atMs, tokens, freshTokens: 0, costMicroUsd: null, isCostPartial: true },
});

/** The rule after some hours with usage. `at` returns its alerts for a later hour. */
function play(hours: number, tokensOf: (hour: number) => number = () => 100) {
  const rule = playRule(burnRule);
  const at = (hour: number, tokens: number, minute = 50, source = 'codex') => {
    const nowMs = startMs + hour * hourMs + minute * minuteMs;
    const burnMinutes = [minuteOf(nowMs - 10 * minuteMs, tokens, source)];
    return rule.see({ nowMs, burnMinutes }).map(({ parameters }) => parameters.typicalTokensPerHour);
  };
  for (let hour = 0; hour < hours; hour += 1) at(hour, tokensOf(hour));
  return { at, restart: () => rule.restart() };
}

describe('burn', () => {
  it('needs twenty earlier hours with usage', () => {
    expect(play(20).at(20, 1_000)).toEqual([100]);
    expect(play(19).at(19, 1_000)).toEqual([]);
  });

  it('raises an alert from three times a busy hour', () => {
    expect(play(20).at(20, 300)).toEqual([100]);
    expect(play(20).at(20, 299)).toEqual([]);
  });

  it('compares with the 90th percentile of past hours, so rare peaks do not count', () => {
    expect(play(20, (hour) => (hour < 2 ? 1_000 : 100)).at(20, 300)).toEqual([100]);
    expect(play(20, (hour) => (hour < 3 ? 1_000 : 100)).at(20, 3_000)).toEqual([1_000]);
  });

  it('does not count hours without usage', () => {
    expect(play(20, (hour) => (hour === 7 ? 0 : 100)).at(20, 1_000)).toEqual([]);
  });

  it('stays silent for six hours after an alert, even across a restart', () => {
    const rule = play(20);
    expect(rule.at(20, 1_000)).toHaveLength(1);
    rule.restart();
    expect([rule.at(26, 9_000, 49), rule.at(26, 9_000, 50)].map((raised) => raised.length)).toEqual([0, 1]);
  });

  it('does not stay silent longer when the clock is set back', () => {
    const rule = play(20);
    rule.at(30, 1_000);
    expect(rule.at(21, 1_000)).toHaveLength(1);
  });

  it('counts the last sixty minutes, which may begin in the previous clock hour', () => {
    const rule = playRule(burnRule);
    const see = (hour: number, tokens: number, minutesAgo: number) => {
      const nowMs = startMs + hour * hourMs + 30 * minuteMs;
      return rule.see({ nowMs, burnMinutes: [minuteOf(nowMs - minutesAgo * minuteMs, tokens)] });
    };
    for (let hour = 0; hour < 20; hour += 1) see(hour, 100, 10);
    expect(see(20, 1_000, 60)).toEqual([]);
    expect(see(20, 1_000, 59)).toHaveLength(1);
  });

  it('compares each agent only with its own past', () => {
    const rule = play(20);
    expect(rule.at(20, 1_000, 50, 'claude-code')).toEqual([]);
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

  it('takes an hour for one, however often it is looked at, by the most that it had', () => {
    const looks = Array.from({ length: 49 }, (_, minute) => minute + 10);
    const short = play(1);
    for (const minute of looks) short.at(1, 100, minute);
    expect(short.at(2, 9_000)).toEqual([]);
    // A log that was rewritten takes nothing back.
    const long = play(19);
    for (const minute of looks) long.at(19, minute === 30 ? 100 : 0, minute);
    expect(long.at(20, 1_000)).toEqual([100]);
  });

  it('adds nothing to an hour that the clock returns to', () => {
    const twoPeaks = play(20, (hour) => (hour < 2 ? 1_000 : 100));
    expect(twoPeaks.at(5, 250)).toEqual([]);
    expect(twoPeaks.at(20, 300)).toEqual([100]);
  });

  it('forgets what is more than 120 hours of work ago', () => {
    expect(play(240, (hour) => (hour < 120 ? 1_000 : 100)).at(240, 300)).toEqual([100]);
  });

  it('does not count what a clock that was set back has put into the future', () => {
    const rule = playRule(burnRule);
    const see = (hour: number, tokens: number, atMinute: number) => {
      const nowMs = startMs + hour * hourMs;
      return rule.see({ nowMs, burnMinutes: [minuteOf(nowMs + atMinute * minuteMs, tokens)] });
    };
    for (let hour = 0; hour < 20; hour += 1) see(hour + 0.5, 100, -10);
    expect([see(20.5, 1_000, 1), see(20.5, 1_000, 0)].map(({ length }) => length)).toEqual([0, 1]);
  });

  it('names no session, and no process, if none of that agent worked in the last hour', () => {
    const rule = playRule(burnRule);
    const nowMs = startMs + 20.5 * hourMs;
    for (let hour = 0; hour < 20; hour += 1) {
      const atMs = startMs + (hour + 0.5) * hourMs;
      rule.see({ nowMs: atMs, burnMinutes: [minuteOf(atMs, 100)] });
    }
    const session = (source: string, minutesAgo: number) => ({
      ...{ source, sessionId: 's', project: '/a', usage: emptyUsage, costMicroUsd: null, unpricedModels: [] },
      ...{ lastAtMs: nowMs - minutesAgo * minuteMs, minutes: [{ startMs: nowMs - minutesAgo * minuteMs, tokens: 1 }] },
    });
    const sessions = [session('codex', 60), session('claude-code', 1)];
    const agents = [makeProcess({ session: null })];
    const [alert] = rule.see({ nowMs, burnMinutes: [minuteOf(nowMs, 1_000)], sessions, agents });
    expect(alert).toMatchObject({ kind: 'burn', key: 'burn:codex' });
    expect(alert?.parameters).toMatchObject({ project: null, sessionId: null, pid: null });
  });
});
