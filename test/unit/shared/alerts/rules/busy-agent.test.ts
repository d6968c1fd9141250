import { describe, expect, it } from 'vitest';
import { defaultAlertChoices, type AlertChoices } from '../../../../../shared/alerts/alert-choices.ts';
import { busyAgentRule } from '../../../../../shared/alerts/rules/busy-agent.ts';
import { makeProcess } from '../../../../fakes/cli-host.ts';
import { playRule } from '../../../../support/play-rule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-05-01T00:00:00Z');

/** The number of alerts at each minute, for the agent as it is at that minute. */
function play(...steps: readonly (readonly [minute: number, agent: Parameters<typeof makeProcess>[0]])[]) {
  const rule = playRule(busyAgentRule);
  return steps.map(
    ([minute, agent]) => rule.see({ nowMs: startMs + minute * minuteMs, agents: [makeProcess(agent)] }).length,
  );
}

describe('busy-agent', () => {
  const busy = { cpuRatio: 2, rssBytes: 1 };

  it('raises an alert after fifteen minutes', () => {
    expect(play([0, busy], [8, busy], [14.99, busy])).toEqual([0, 0, 0]);
    expect(play([0, busy], [8, busy], [15, busy])).toEqual([0, 0, 1]);
  });

  it('does not count an agent exactly at a limit as above it', () => {
    const at = { cpuRatio: 1.5, rssBytes: 8e9 };
    expect(play([0, at], [8, at], [16, at])).toEqual([0, 0, 0]);
    const above = { cpuRatio: 1.51, rssBytes: 8e9 + 1 };
    expect(play([0, above], [8, above], [16, above])).toEqual([0, 0, 2]);
  });

  it('keeps counting across a gap of ten minutes, but not across a longer one', () => {
    expect(play([0, busy], [10, busy], [20, busy])).toEqual([0, 0, 1]);
    expect(play([0, busy], [10.1, busy], [20, busy])).toEqual([0, 0, 0]);
  });

  it('does not raise a second alert for the same agent after a gap', () => {
    expect(play([0, busy], [8, busy], [16, busy], [60, busy], [68, busy], [76, busy])).toEqual([0, 0, 1, 0, 0, 0]);
  });

  it('starts over when the clock is set back', () => {
    expect(play([100, busy], [5, busy], [14, busy], [20, busy])).toEqual([0, 0, 0, 1]);
  });

  it('distinguishes a process from a later one with the same pid', () => {
    const other = { ...busy, startedAtMs: 1 };
    expect(play([0, busy], [8, busy], [16, other])).toEqual([0, 0, 0]);
  });

  it('says which agent it is, and how long it has been busy', () => {
    const rule = playRule(busyAgentRule);
    const see = (minute: number) =>
      rule.see({ nowMs: startMs + minute * minuteMs, agents: [makeProcess({ ...busy, cwd: '/a', pid: 7 })] });
    see(0);
    see(8);
    expect(see(16)).toMatchObject([
      {
        source: null,
        parameters: {
          ...{ label: 'Claude Code', project: '/a', pid: 7 },
          ...{ measure: 'cpu', value: 2, forMs: 16 * minuteMs },
        },
      },
    ]);
  });

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

  it('ignores a limit that is off, and a CPU use that is not known', () => {
    const choose = (patch: Partial<AlertChoices['busy-agent']>): AlertChoices => ({
      ...defaultAlertChoices,
      'busy-agent': { ...defaultAlertChoices['busy-agent'], ...patch },
    });
    const measuresOf = (patch: Partial<AlertChoices['busy-agent']>, ...agents: ReturnType<typeof agent>[]) => {
      const rule = playRule(busyAgentRule);
      const see = (minute: number) =>
        rule.see({ nowMs: startMs + minute * minuteMs, agents, choices: choose({ minutes: 5, ...patch }) });
      see(0);
      return see(6).map(({ kind, parameters }) => `${kind} ${parameters.measure}`);
    };
    expect(measuresOf({ cpuPercent: null }, agent(2, 9e9))).toEqual(['busy-agent memory']);
    expect(measuresOf({ memoryMb: null }, agent(2, 9e9))).toEqual(['busy-agent cpu']);
    expect(measuresOf({}, agent(null))).toEqual([]);
  });

  it('watches each agent by itself', () => {
    const rule = playRule(busyAgentRule);
    const agents = [
      makeProcess({ pid: 7, cpuRatio: 2, rssBytes: 9e9 }),
      makeProcess({ pid: 8, cpuRatio: 2, rssBytes: 9e9 }),
    ];
    const see = (minute: number) => rule.see({ nowMs: startMs + minute * minuteMs, agents });
    see(0);
    see(8);
    const alerts = see(16);
    expect(alerts.map(({ parameters: { pid, measure } }) => `${pid} ${measure}`)).toEqual([
      ...['7 cpu', '7 memory'],
      ...['8 cpu', '8 memory'],
    ]);
    expect(new Set(alerts.map(({ key }) => key)).size).toBe(4);
  });
});
