import { describe, expect, it } from 'vitest';
import { defaultAlertChoices } from '../../../../../shared/alerts/alert-choices.ts';
import { passGate, openGate } from '../../../../../shared/alerts/gate.ts';
import { sessionRule } from '../../../../../shared/alerts/rules/session.ts';
import type { SessionSignal } from '../../../../../shared/domain/session-signal.ts';
import { makeAlertInput } from '../../../../support/make-alert-input.ts';
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

  it('believes the newest signal of a session, in whatever order they are read', () => {
    expect(see(start(), [say('working', 4), say('waiting', 3)], 4)).toEqual([]);
    expect(see(start(), [say('waiting', 4), say('working', 3)], 4)).toEqual(['waiting']);
  });

  it('takes a signal for news until it is fifteen minutes old, and names each time apart', () => {
    const at = (minutes: number) => see(start(), [say('waiting', 0)], minutes).length;
    expect([at(14.99), at(15)]).toEqual([1, 0]);
    const [first] = start().see({ nowMs, signals: [say('waiting', 0)] });
    const [second] = start().see({ nowMs, signals: [say('waiting', -1)] });
    expect(first?.key).not.toBe(second?.key);
  });

  it('forgets a session a day after its last signal', () => {
    let memory = sessionRule.parseMemory(undefined);
    const at = (minutes: number, ...signals: SessionSignal[]): readonly string[] => {
      const input = makeAlertInput({ nowMs: nowMs + minutes * minuteMs, signals });
      memory = sessionRule.evaluate(memory, input).memory;
      return Object.keys(memory);
    };
    at(0, say('waiting', 0));
    expect([at(24 * 60 - 1), at(24 * 60)]).toEqual([['session:claude-code:s-1'], []]);
  });
});
