import { describe, expect, it } from 'vitest';
import { initialAlertState, parseAlertState, type AlertState } from '../../../../shared/alerts/alert-state.ts';
import { evaluateAlerts, type AlertObservation } from '../../../../shared/alerts/evaluate.ts';

const startMs = Date.parse('2026-05-01T00:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

const fiveHours: AlertObservation = {
  key: 'codex:codex:300',
  source: 'codex',
  subject: { kind: 'limit', windowMinutes: 300, scope: '5h', label: null },
  windowMs: 5 * hour,
  usedPercent: 0,
  resetsAtMs: startMs + 5 * hour,
  observedAtMs: startMs,
};
const weekly: AlertObservation = {
  ...fiveHours,
  key: 'codex:codex:10080',
  subject: { kind: 'limit', windowMinutes: 10_080, scope: '7d', label: null },
  windowMs: 7 * day,
  resetsAtMs: startMs + 7 * day,
};

/** A run of the app: feeds observations and records the alerts it would raise, as `key threshold`. */
function createRun(state: AlertState = initialAlertState, thresholds: readonly number[] = [75, 90]) {
  let current = state;
  return {
    observe(...observations: readonly AlertObservation[]): readonly string[] {
      const { state: next, intents } = evaluateAlerts(current, observations, thresholds);
      current = next;
      return intents.map(({ key, thresholdPercent }) => `${key} ${thresholdPercent}`);
    },
    used(...percents: readonly number[]): readonly string[] {
      return percents.flatMap((usedPercent) => this.observe({ ...fiveHours, usedPercent }));
    },
    state: () => current,
    /** The state as a restarted app finds it. */
    kept: () => parseAlertState(JSON.parse(JSON.stringify(current))),
  };
}

describe('evaluateAlerts', () => {
  it('alerts once when a threshold is crossed upwards', () => {
    const run = createRun();
    expect(run.used(10, 74.9)).toEqual([]);
    expect(run.used(75)).toEqual(['codex:codex:300 75']);
    expect(run.used(76, 80, 89)).toEqual([]);
    expect(run.used(90)).toEqual(['codex:codex:300 90']);
    expect(run.used(95, 100)).toEqual([]);
  });

  it('includes what the alert is about', () => {
    const run = createRun();
    run.used(10);
    const { intents } = evaluateAlerts(run.state(), [{ ...fiveHours, usedPercent: 78 }], [75, 90]);
    expect(intents).toEqual([
      {
        key: 'codex:codex:300',
        source: 'codex',
        subject: { kind: 'limit', windowMinutes: 300, scope: '5h', label: null },
        thresholdPercent: 75,
        usedPercent: 78,
        resetsAtMs: startMs + 5 * hour,
      },
    ]);
  });

  it('treats the first observation as a baseline', () => {
    const run = createRun();
    expect(run.used(80, 85)).toEqual([]);
    expect(run.used(91)).toEqual(['codex:codex:300 90']);
  });

  it('alerts only for the highest of several thresholds crossed at the same time', () => {
    const run = createRun();
    expect(run.used(10, 95)).toEqual(['codex:codex:300 90']);
    expect(run.used(80, 95)).toEqual([]);
  });

  it('does not alert again when usage fluctuates around a threshold', () => {
    const run = createRun();
    expect(run.used(10, 76, 74, 76, 73, 75)).toEqual(['codex:codex:300 75']);
  });

  it('starts over after a reset', () => {
    const run = createRun();
    const next = { observedAtMs: startMs + 6 * hour, resetsAtMs: startMs + 11 * hour };
    expect(run.used(10, 80)).toEqual(['codex:codex:300 75']);
    expect(run.observe({ ...fiveHours, ...next, usedPercent: 2 })).toEqual([]);
    expect(run.observe({ ...fiveHours, ...next, usedPercent: 80 })).toEqual(['codex:codex:300 75']);
  });

  it('alerts in a new cycle that is first observed late', () => {
    const run = createRun();
    const next = { observedAtMs: startMs + 6 * hour, resetsAtMs: startMs + 11 * hour };
    expect(run.used(10, 95)).toEqual(['codex:codex:300 90']);
    expect(run.observe({ ...fiveHours, ...next, usedPercent: 92 })).toEqual(['codex:codex:300 90']);
  });

  it('starts over when usage falls to less than half, whatever the reset says', () => {
    const run = createRun();
    expect(run.used(10, 80, 39, 80)).toEqual(['codex:codex:300 75', 'codex:codex:300 75']);
  });

  it('does not alert for a threshold that usage has fallen to from above', () => {
    const run = createRun(initialAlertState, [25, 50, 90]);
    expect(run.used(10, 96)).toEqual(['codex:codex:300 90']);
    expect(run.used(40)).toEqual([]);
    expect(run.used(44)).toEqual([]);
    expect(run.used(51)).toEqual(['codex:codex:300 50']);
    expect(run.used(20)).toEqual([]);
    expect(run.used(26)).toEqual(['codex:codex:300 25']);
  });

  it('stays in the same cycle while its reset drifts', () => {
    const run = createRun();
    expect(run.used(10, 80)).toEqual(['codex:codex:300 75']);
    for (const minutes of [1, -20, 45, 140]) {
      const resetsAtMs = startMs + 5 * hour + minutes * 60_000;
      const observedAtMs = startMs + 5 * hour + 1;
      expect(run.observe({ ...fiveHours, resetsAtMs, observedAtMs, usedPercent: 81 })).toEqual([]);
    }
  });

  it('does not alert again when a reset moves backwards by days', () => {
    const run = createRun();
    expect(run.observe({ ...weekly, usedPercent: 50 })).toEqual([]);
    expect(run.observe({ ...weekly, usedPercent: 92 })).toEqual(['codex:codex:10080 90']);
    const moved = { ...weekly, resetsAtMs: startMs + 2 * day };
    expect(run.observe({ ...moved, usedPercent: 92 })).toEqual([]);
    expect(run.observe({ ...moved, usedPercent: 94 })).toEqual([]);
    // From now on the cycle has that date: when it has passed, a new one begins.
    const next = { ...weekly, resetsAtMs: startMs + 9 * day, observedAtMs: startMs + 3 * day };
    expect(run.observe({ ...next, usedPercent: 93 })).toEqual(['codex:codex:10080 90']);
  });

  it('does not alert when one window is reset while another is used up', () => {
    const run = createRun();
    run.observe({ ...weekly, usedPercent: 50 }, { ...fiveHours, usedPercent: 50 });
    run.observe({ ...weekly, usedPercent: 100 }, { ...fiveHours, usedPercent: 99 });
    const observedAtMs = startMs + 6 * hour;
    const reset = { ...fiveHours, usedPercent: 0, resetsAtMs: startMs + 11 * hour, observedAtMs };
    expect(run.observe({ ...weekly, usedPercent: 100, observedAtMs }, reset)).toEqual([]);
  });

  it('does not alert again after a restart, and does not mistake the first observation for a crossing', () => {
    const before = createRun();
    expect(before.used(10, 80)).toEqual(['codex:codex:300 75']);
    const after = createRun(before.kept());
    expect(after.used(74, 76, 92)).toEqual(['codex:codex:300 90']);
    const missed = createRun(before.kept());
    expect(missed.used(92, 93)).toEqual([]);
  });

  it('alerts for each window separately', () => {
    const run = createRun();
    run.observe({ ...weekly, usedPercent: 10 }, { ...fiveHours, usedPercent: 10 });
    expect(run.observe({ ...weekly, usedPercent: 76 }, { ...fiveHours, usedPercent: 91 })).toEqual([
      'codex:codex:10080 75',
      'codex:codex:300 90',
    ]);
  });

  it('does not alert without thresholds, or when one is set below the current usage', () => {
    expect(createRun(initialAlertState, []).used(10, 80, 100)).toEqual([]);
    const run = createRun(initialAlertState, []);
    run.used(10, 80);
    expect(createRun(run.state(), [50]).used(81)).toEqual([]);
  });

  it('starts a cycle exactly at the reset, if the next reset is far enough away', () => {
    const at = (observedAtMs: number, resetsAtMs: number | null): AlertObservation => ({
      ...fiveHours,
      usedPercent: 80,
      observedAtMs,
      resetsAtMs,
    });
    const reset = startMs + 5 * hour;
    const crossed = (): ReturnType<typeof createRun> => {
      const run = createRun();
      run.used(10, 80);
      return run;
    };
    expect(crossed().observe(at(reset, reset + 5 * hour))).toEqual(['codex:codex:300 75']);
    expect(crossed().observe(at(reset - 1, reset + 5 * hour))).toEqual([]);
    expect(crossed().observe(at(reset, reset + 2.5 * hour))).toEqual([]);
    expect(crossed().observe(at(reset, reset + 2.5 * hour + 1))).toEqual(['codex:codex:300 75']);
    expect(crossed().observe(at(reset, null))).toEqual([]);
  });

  it('treats half of the peak as the same cycle', () => {
    expect(createRun().used(10, 80, 40, 80)).toEqual(['codex:codex:300 75']);
  });

  it('does not alert for what the baseline had reached, however often usage returns to it', () => {
    const run = createRun();
    expect(run.used(80, 74, 76)).toEqual([]);
    const restarted = createRun(run.kept(), [75, 90]);
    expect(restarted.used(91, 89, 92)).toEqual([]);
  });

  it('alerts for a threshold set below the usage only after usage has been below it', () => {
    const run = createRun(initialAlertState, []);
    run.used(10, 80);
    expect(createRun(run.state(), [80]).used(81)).toEqual([]);
    expect(createRun(run.state(), [50]).used(81, 45, 55)).toEqual(['codex:codex:300 50']);
  });

  it('handles windows without a known reset', () => {
    const run = createRun();
    const endless = { ...fiveHours, resetsAtMs: null };
    expect([10, 80, 82, 3, 76].flatMap((usedPercent) => run.observe({ ...endless, usedPercent }))).toEqual([
      'codex:codex:300 75',
      'codex:codex:300 75',
    ]);
  });

  it('forgets windows that are never observed again', () => {
    const run = createRun();
    run.observe(weekly);
    run.observe({ ...fiveHours, observedAtMs: startMs + 46 * day });
    expect(Object.keys(run.state())).toEqual([fiveHours.key]);
    run.observe();
    expect(Object.keys(run.state())).toEqual([fiveHours.key]);
  });
});

describe('parseAlertState', () => {
  it('drops what is malformed', () => {
    const run = createRun();
    run.used(10, 80);
    const stored = { ...run.state(), broken: { lastPercent: 'much' }, nothing: null };
    expect(Object.keys(parseAlertState(stored))).toEqual([fiveHours.key]);
    expect([undefined, null, 7, 'x', []].map(parseAlertState)).toEqual([{}, {}, {}, {}, {}]);
  });
});
