import { describe, expect, it } from 'vitest';
import { defaultAlertChoices } from '../../../../../shared/alerts/alert-choices.ts';
import { openGate, passGate } from '../../../../../shared/alerts/gate.ts';
import { incidentRule } from '../../../../../shared/alerts/rules/incident.ts';
import type { Incident } from '../../../../../shared/domain/incident.ts';
import { playRule } from '../../../../support/play-rule.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const make = (impact: Incident['impact'], id = 'i-1'): Incident => ({
  ...{ page: 'status.example.com', id, service: 'Example', title: 'Errors', impact },
  startedAtMs: nowMs - hourMs,
});

describe('incident', () => {
  const start = () => playRule(incidentRule);
  const see = (play: ReturnType<typeof start>, incidents: readonly Incident[], afterMs = 0) =>
    play.see({ incidents, nowMs: nowMs + afterMs }).map(({ key, parameters }) => [key, parameters.impact]);
  const key = 'incident:status.example.com:i-1';

  it('is announced once, also after a restart and when the page was away for a while', () => {
    const play = start();
    expect(see(play, [make('major')])).toEqual([[key, 'major']]);
    expect(see(play, [make('major')], hourMs)).toEqual([]);
    play.restart();
    expect([see(play, []), see(play, [make('major')], 2 * hourMs)]).toEqual([[], []]);
    expect(see(play, [make('major'), make('critical', 'i-2')], 3 * hourMs)).toEqual([
      ['incident:status.example.com:i-2', 'critical'],
    ]);
  });

  it('is announced again when it gets worse, not when it gets better', () => {
    const play = start();
    expect(see(play, [make('major')])).toHaveLength(1);
    expect(see(play, [make('critical')], hourMs)).toEqual([[key, 'critical']]);
    expect(see(play, [make('major')], 2 * hourMs)).toEqual([]);
    expect(see(play, [make('critical')], 3 * hourMs)).toEqual([]);
  });

  it('is not announced below what the person wants to hear', () => {
    expect(see(start(), [make('minor')])).toEqual([]);
    const choices = {
      ...defaultAlertChoices,
      incident: { ...defaultAlertChoices.incident, minImpact: 'minor' as const },
    };
    expect(start().see({ incidents: [make('minor')], choices, nowMs })).toHaveLength(1);
  });

  it('stays known while its page lists it, and is forgotten 30 days later', () => {
    const play = start();
    see(play, [make('major')]);
    for (let day = 1; day <= 50; day += 1) expect(see(play, [make('major')], day * dayMs)).toEqual([]);
    expect(see(play, [make('major')], 79 * dayMs)).toEqual([]);
    expect(see(play, [], 110 * dayMs)).toEqual([]);
    expect(see(play, [make('major')], 110 * dayMs)).toHaveLength(1);
  });

  it('passes the gate within the cool-down only when it got worse', () => {
    const pass = (memory: typeof openGate, impact: Incident['impact']) => {
      const [intent] = start().see({ incidents: [make(impact)], nowMs });
      if (intent === undefined) throw new Error('nothing was raised');
      const alert = { id: impact, raisedAtMs: nowMs, intent };
      return passGate(memory, [alert], { nowMs, mustWait: () => false, coolDownMs: hourMs });
    };
    const first = pass(openGate, 'major');
    expect(first.passed).toHaveLength(1);
    expect(pass(first.memory, 'major').passed).toEqual([]);
    expect(pass(first.memory, 'critical').passed).toHaveLength(1);
  });

  it('drops what is malformed in its memory', () => {
    const stored = { a: { impact: 'odd', seenAtMs: 1 }, b: { impact: 'major', seenAtMs: 2 }, c: null };
    expect(incidentRule.parseMemory(stored)).toEqual({ b: { impact: 'major', seenAtMs: 2 } });
  });
});
