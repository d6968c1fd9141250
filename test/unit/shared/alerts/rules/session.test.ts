import { describe, expect, it } from 'vitest';
import { defaultAlertChoices } from '../../../../../shared/alerts/alert-choices.ts';
import { passGate, openGate } from '../../../../../shared/alerts/gate.ts';
import { guardRule } from '../../../../../shared/alerts/rules/guard.ts';
import { orphanRule } from '../../../../../shared/alerts/rules/orphan.ts';
import { sessionRule } from '../../../../../shared/alerts/rules/session.ts';
import type { SessionSignal } from '../../../../../shared/domain/session-signal.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import { makeOrphan } from '../../../../fakes/cli-host.ts';
import { playRule } from '../../../../support/play-rule.ts';

const minuteMs = 60_000;
const nowMs = Date.parse('2026-05-01T12:00:00Z');

describe('session', () => {
  const say = (status: SessionSignal['status'], minutes: number, sessionId = 's-1'): SessionSignal => ({
    ...{ source: 'claude-code', sessionId, status, reason: null, project: '/home/ada/loom' },
    atMs: nowMs + minutes * minuteMs,
  });
  const start = () => playRule(sessionRule);
  const see = (play: ReturnType<typeof start>, signals: readonly SessionSignal[], minutes = 0) =>
    play.see({ signals, nowMs: nowMs + minutes * minuteMs }).map(({ parameters }) => parameters.status);

  it('alerts once for each time that a session waits, finishes or fails, also after a restart', () => {
    const play = start();
    const waits = [say('waiting', 0)];
    expect([see(play, waits), see(play, waits, 1)]).toEqual([['waiting'], []]);
    play.restart();
    expect([see(play, [], 2), see(play, waits, 2)]).toEqual([[], []]);
    expect(see(play, [...waits, say('working', 3), say('waiting', 4)], 4)).toEqual(['waiting']);
    expect(see(play, [say('failed', 5), say('finished', 5, 's-2')], 5)).toEqual(['failed', 'finished']);
  });

  it('says nothing of a session that went on meanwhile, nor of what is long past', () => {
    expect(see(start(), [say('waiting', 0), say('working', 0)])).toEqual([]);
    expect(see(start(), [say('finished', -20)])).toEqual([]);
  });

  it('says only what the person wants to hear', () => {
    const choices = { ...defaultAlertChoices, session: { ...defaultAlertChoices.session, finished: false } };
    expect(playRule(sessionRule).see({ choices, nowMs, signals: [say('finished', 0)] })).toEqual([]);
  });

  it('is not shown after quiet hours, when it is no news any more', () => {
    const [intent] = playRule(sessionRule).see({ nowMs, signals: [say('waiting', 0)] });
    const alert = { id: 'a', raisedAtMs: nowMs, intent: intent! };
    const quiet = { nowMs, mustWait: () => true, coolDownMs: 0 };
    const { memory } = passGate(openGate, [alert], quiet);
    const later = { nowMs: nowMs + 31 * minuteMs, mustWait: () => false, coolDownMs: 0 };
    expect(passGate(memory, [], later).notes).toEqual([{ id: 'a', state: 'outdated' }]);
  });
});

describe('guard', () => {
  const guard = { ...defaultAlertChoices.guard, softUsd: 5, hardUsd: 10, action: 'pause' as const };
  const choices = { ...defaultAlertChoices, guard };
  const session = (usd: number | null, tokens = 0, lastAtMs = nowMs) => ({
    ...{ source: 'claude-code', sessionId: 's-1', project: null, lastAtMs },
    ...{
      usage: { ...emptyUsage, outputTokens: tokens },
      costMicroUsd: usd === null ? null : usd * 1e6,
      unpricedModels: [],
      minutes: [],
    },
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
        .see({ choices: { ...choices, guard: { ...guard, hardUsd } }, nowMs, sessions: [session(usd)] })
        .map(({ parameters: { level } }) => level);
    expect([at(10, 10), at(11, 1), at(11, 20), at(19, 20)]).toEqual([['hard'], [], [], []]);
    play.restart();
    expect([at(20, 20), at(21, 20)]).toEqual([['hard'], []]);
  });

  it('pauses what it is to stop and no hook of its agent can', () => {
    const stop = { ...choices, guard: { ...guard, action: 'stop' as const } };
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
    const tokens = { ...choices, guard: { ...defaultAlertChoices.guard, hardTokens: 100 } };
    const found = playRule(guardRule).see({ choices: tokens, nowMs, sessions: [session(null, 100)] });
    expect(found[0]?.parameters).toMatchObject({ tokens: { used: 100, limit: 100 }, costMicroUsd: null });
    const old = session(50, 0, nowMs - 61 * minuteMs);
    expect(playRule(guardRule).see({ choices, nowMs, sessions: [old, session(null)] })).toEqual([]);
  });
});

describe('orphan', () => {
  it('alerts once when what an agent left behind is still there after a while', () => {
    const play = playRule(orphanRule);
    const orphan = makeOrphan();
    const at = (minutes: number, orphans = [orphan]) => play.see({ nowMs: nowMs + minutes * minuteMs, orphans }).length;
    expect([at(0), at(4), at(5), at(6)]).toEqual([0, 0, 1, 0]);
    play.restart();
    expect(at(30)).toBe(0);
    const [top, ...rest] = orphan.members;
    const other = { ...orphan, members: [{ ...top!, startedAtMs: top!.startedAtMs + 9 }, ...rest] };
    expect([at(31, [other]), at(36, [other])]).toEqual([0, 1]);
  });

  it('is one alert for all that one agent left behind at once', () => {
    const play = playRule(orphanRule);
    const { members } = makeOrphan();
    const left = (pid: number, label: string, rssBytes: number) => ({
      ...{ ...makeOrphan(), label, rssBytes },
      members: [{ ...members[0]!, pid, name: `server-${pid}` }],
    });
    const orphans = [left(7, 'Loom', 1), left(8, 'Loom', 30), left(9, 'Weaver', 5)];
    play.see({ nowMs, orphans });
    const raised = play.see({ nowMs: nowMs + 5 * minuteMs, orphans }).map(({ parameters }) => parameters);
    expect(raised).toEqual([
      { label: 'Loom', name: 'server-8', pid: 8, processes: 2, rssBytes: 31 },
      { label: 'Weaver', name: 'server-9', pid: 9, processes: 1, rssBytes: 5 },
    ]);
    expect(play.see({ nowMs: nowMs + 6 * minuteMs, orphans })).toEqual([]);
  });
});
