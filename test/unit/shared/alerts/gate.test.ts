import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGate, parseGate, passGate, type GateMemory } from '../../../../shared/alerts/gate.ts';
import type { AlertIntent, RaisedAlert } from '../../../../shared/domain/alert-intent.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
let ids = 0;

function raise(patch: { key?: string; percent?: number; atMs?: number; resetsAtMs?: number | null } = {}): RaisedAlert {
  const { key = 'w', percent = 75, atMs = nowMs, resetsAtMs = null } = patch;
  const parameters = {
    subject: { kind: 'block' },
    thresholdPercent: percent,
    usedPercent: percent,
    resetsAtMs,
  } as const;
  const intent: AlertIntent<'threshold'> = { kind: 'threshold', key, source: 'codex', parameters };
  return { id: `a${(ids += 1)}`, raisedAtMs: atMs, intent };
}

const pass = (memory: GateMemory, raised: readonly RaisedAlert[], atMs = nowMs, waits = false) =>
  passGate(memory, raised, { nowMs: atMs, mustWait: () => waits, coolDownMs: 10 * minuteMs });

describe('passGate', () => {
  it('passes the worst of several about one thing, and says what became of the others', () => {
    const [low, high, other] = [raise(), raise({ percent: 90 }), raise({ key: 'v' })];
    const outcome = pass(openGate, [low, high, other]);
    expect(outcome.passed).toEqual([high, other]);
    expect(outcome.notes).toEqual([{ id: low.id, state: 'merged' }]);
  });

  const toRunsOut = (inMinutes: number): RaisedAlert => {
    const facts = { subject: { kind: 'block' }, usedPercent: 79, probability: 0.7 } as const;
    const parameters = { ...facts, resetsAtMs: nowMs + 4 * hourMs, runsOutAtMs: nowMs + inMinutes * minuteMs };
    const intent: AlertIntent<'runs-out'> = { kind: 'runs-out', key: 'w', source: 'codex', parameters };
    return { id: `r${(ids += 1)}`, raisedAtMs: nowMs, intent };
  };

  it('says that something runs out rather than which threshold it has passed, and nothing of it once that time is over', () => {
    const [threshold, runsOut] = [raise({ percent: 90 }), toRunsOut(35)];
    expect(pass(openGate, [runsOut, threshold]).passed).toEqual([runsOut]);
    expect(pass(pass(openGate, [threshold]).memory, [runsOut], nowMs + minuteMs).passed).toEqual([runsOut]);
    const held = pass(openGate, [runsOut], nowMs, true);
    expect(pass(held.memory, [], nowMs + hourMs)).toMatchObject({ passed: [], notes: [{ state: 'outdated' }] });
  });

  it('does not say in the morning that something is available again which was used up after that', () => {
    const subject = { kind: 'block' } as const;
    const of = (intent: AlertIntent): RaisedAlert => ({ id: `b${(ids += 1)}`, raisedAtMs: nowMs, intent });
    const restored = of({ kind: 'restored', key: 'w', source: 'codex', parameters: { subject } });
    const depleted = of({ kind: 'depleted', key: 'w', source: 'codex', parameters: { subject, resetsAtMs: null } });
    const night = pass(pass(openGate, [depleted], nowMs, true).memory, [restored], nowMs, true);
    expect(night.memory.held).toEqual([restored]);
    const again = pass(night.memory, [depleted], nowMs, true);
    expect(pass(again.memory, [], nowMs + hourMs).passed).toEqual([depleted]);
    expect(again.notes.find(({ state }) => state === 'merged')).toEqual({ id: restored.id, state: 'merged' });
  });

  it('passes only what is worse within the cool-down, and the rest after it', () => {
    const first = pass(openGate, [raise({ percent: 75 })]);
    const worse = pass(first.memory, [raise({ percent: 90 })], nowMs + minuteMs);
    expect(worse.passed).toHaveLength(1);
    const same = raise({ percent: 90, atMs: nowMs + 2 * minuteMs });
    const held = pass(worse.memory, [same], nowMs + 2 * minuteMs);
    expect([held.passed, held.notes]).toEqual([[], [{ id: same.id, state: 'held' }]]);
    expect(held.nextMs).toBeGreaterThan(nowMs);
    expect(pass(held.memory, [], nowMs + 11 * minuteMs).passed).toEqual([same]);
  });

  it('lets go of a warning about a budget when its period is over, but says that one was spent', () => {
    const spend = (thresholdPercent: number): RaisedAlert => {
      const amounts = { costMicroUsd: 9, budgetMicroUsd: 10, thresholdPercent };
      const parameters = { period: 'day', ...amounts, since: '2026-05-01', endsAtMs: nowMs + hourMs } as const;
      const intent: AlertIntent<'spend'> = { kind: 'spend', key: `s${thresholdPercent}`, source: null, parameters };
      return { id: `s${(ids += 1)}`, raisedAtMs: nowMs, intent };
    };
    const [warning, spent] = [spend(80), spend(100)];
    const night = pass(openGate, [warning, spent], nowMs, true).memory;
    expect(pass(night, [], nowMs + hourMs - 1).passed).toEqual([warning, spent]);
    const morning = pass(night, [], nowMs + hourMs);
    expect([morning.passed, morning.notes]).toEqual([[spent], [{ id: warning.id, state: 'outdated' }]]);
  });

  it('keeps what is raised in quiet hours, also over a restart, and passes it in the morning', () => {
    const alert = raise();
    const night = pass(openGate, [alert], nowMs, true);
    expect(night.passed).toEqual([]);
    const restarted = parseGate(JSON.parse(JSON.stringify(night.memory)));
    expect(pass(restarted, [], nowMs + 8 * hourMs).passed).toEqual([alert]);
  });

  it('lets go of what waits for a rule that was turned off meanwhile', () => {
    const alert = raise();
    const night = pass(openGate, [alert], nowMs, true);
    const terms = { nowMs: nowMs + hourMs, mustWait: () => false, coolDownMs: 0, isOn: () => false };
    const morning = passGate(night.memory, [], terms);
    expect([morning.passed, morning.notes]).toEqual([[], [{ id: alert.id, state: 'outdated' }]]);
  });

  it('drops what is over by then, and says so', () => {
    const alert = raise({ resetsAtMs: nowMs + hourMs });
    const old = raise({ key: 'v' });
    const night = pass(openGate, [alert, old], nowMs, true);
    const morning = pass(night.memory, [], nowMs + 2 * hourMs, true);
    expect(morning.notes).toEqual([{ id: alert.id, state: 'outdated' }]);
    const late = pass(morning.memory, [], nowMs + 15 * hourMs);
    expect([late.passed, late.notes]).toEqual([[], [{ id: old.id, state: 'outdated' }]]);
  });

  it('does not wait for a time that a clock set back has made far', () => {
    const first = pass(openGate, [raise()], nowMs + 48 * hourMs);
    expect(pass(first.memory, [raise()], nowMs).passed).toHaveLength(1);
  });

  it('drops what is malformed in what was stored', () => {
    for (const stored of [null, 7, [], { held: 3 }, { held: [{ id: 1 }], last: { a: { atMs: 'x' } } }]) {
      expect(parseGate(stored)).toEqual(openGate);
    }
  });

  it('loses no alert and passes none twice, whatever the times, quiet hours and restarts', () => {
    const step = fc.record({
      afterMs: fc.integer({ min: 0, max: 3 * hourMs }),
      waits: fc.boolean(),
      restarts: fc.boolean(),
      alerts: fc.array(fc.record({ key: fc.constantFrom('v', 'w'), percent: fc.constantFrom(50, 75, 90) }), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let memory = openGate;
        let atMs = nowMs;
        const all: RaisedAlert[] = [];
        const passed: string[] = [];
        const ended = new Map<string, string>();
        const run = (raised: readonly RaisedAlert[], waits: boolean): void => {
          const outcome = pass(memory, raised, atMs, waits);
          memory = outcome.memory;
          passed.push(...outcome.passed.map(({ id }) => id));
          for (const { id, state } of outcome.notes) if (state !== 'held') ended.set(id, state);
        };
        for (const { afterMs, waits, restarts, alerts } of steps) {
          atMs += afterMs;
          if (restarts) memory = parseGate(JSON.parse(JSON.stringify(memory)));
          const raised = alerts.map((alert) => raise({ ...alert, atMs }));
          all.push(...raised);
          run(raised, waits);
        }
        atMs += 20 * minuteMs;
        run([], false);
        expect(new Set(passed).size).toBe(passed.length);
        expect(passed.length + ended.size).toBe(all.length);
        // What was merged stands behind one that is at least as bad.
        const waiting = memory.held.map(({ id }) => id);
        expect(waiting).toEqual([]);
        expect(all.filter(({ id }) => !passed.includes(id) && !ended.has(id))).toEqual([]);
      }),
    );
  });

  it('holds an alert for up to fourteen hours, and one about a session for up to half an hour', () => {
    const session = { status: 'waiting', project: null, sessionId: 's', reason: null } as const;
    const intent = { kind: 'session', key: 's', source: 'codex', parameters: session } as unknown as AlertIntent;
    const passedAfter = (alert: RaisedAlert, afterMs: number) =>
      pass(pass(openGate, [alert], nowMs, true).memory, [], nowMs + afterMs).passed.length;
    const of = (): RaisedAlert => ({ id: `n${(ids += 1)}`, raisedAtMs: nowMs, intent });
    expect([passedAfter(raise(), 14 * hourMs), passedAfter(raise(), 14 * hourMs + 1)]).toEqual([1, 0]);
    expect([passedAfter(of(), 30 * minuteMs), passedAfter(of(), 30 * minuteMs + 1)]).toEqual([1, 0]);
    // Raised before the clock was set back.
    expect(pass(openGate, [raise({ atMs: nowMs + 14 * hourMs + 1 })]).passed).toEqual([]);
  });

  it('passes an alert at the end of the cool-down, and checks every five minutes until then', () => {
    const first = pass(openGate, [raise()]);
    expect(first.nextMs).toBeNull();
    const held = pass(first.memory, [raise()], nowMs + 10 * minuteMs - 1);
    expect([held.passed, held.nextMs]).toEqual([[], nowMs + 15 * minuteMs - 1]);
    expect(pass(first.memory, [raise()], nowMs + 10 * minuteMs).passed).toHaveLength(1);
  });

  it('drops an alert at the exact time of the reset', () => {
    const alert = () => raise({ resetsAtMs: nowMs + hourMs });
    const held = (one: RaisedAlert) => pass(openGate, [one], nowMs, true).memory;
    expect(pass(held(alert()), [], nowMs + hourMs - 1).passed).toHaveLength(1);
    expect(pass(held(alert()), [], nowMs + hourMs).passed).toEqual([]);
  });

  it('passes a worse alert within the cool-down: a hard limit after a soft one, used up after any threshold', () => {
    const of = (kind: string, parameters: object): RaisedAlert => ({
      ...{ id: `k${(ids += 1)}`, raisedAtMs: nowMs },
      intent: { kind, key: 'w', source: 'codex', parameters } as unknown as AlertIntent,
    });
    const next = (before: RaisedAlert, after: RaisedAlert) =>
      pass(pass(openGate, [before]).memory, [after], nowMs + minuteMs).passed.length;
    const [soft, hard] = ['soft', 'hard'].map((level) => of('guard', { level }));
    expect([next(soft!, hard!), next(hard!, soft!)]).toEqual([1, 0]);
    const depleted = of('depleted', { resetsAtMs: null });
    expect([next(raise({ percent: 100 }), depleted), next(depleted, raise({ percent: 100 }))]).toEqual([1, 0]);
    expect([next(depleted, of('restored', {})), next(of('restored', {}), depleted)]).toEqual([1, 0]);
    expect(next(of('runs-out', { runsOutAtMs: nowMs + hourMs, resetsAtMs: null }), raise({ percent: 100 }))).toBe(0);
    expect(next(of('burn', {}), of('burn', {}))).toBe(0);
  });
});
