import { describe, expect, it } from 'vitest';
import type { AlertObservation } from '../../../../../shared/alerts/observations.ts';
import { parseThresholdMemory, type ThresholdMemory } from '../../../../../shared/alerts/rules/threshold-memory.ts';
import { evaluateThresholds } from '../../../../../shared/alerts/rules/threshold.ts';

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
function createRun(memory: ThresholdMemory = {}, thresholds: readonly number[] = [75, 90]) {
  let current = memory;
  return {
    observe(...observations: readonly AlertObservation[]): readonly string[] {
      const { memory: next, intents } = evaluateThresholds(current, observations, thresholds);
      current = next;
      return intents.map(({ key, parameters }) => `${key} ${parameters.thresholdPercent}`);
    },
    used(...percents: readonly number[]): readonly string[] {
      return percents.flatMap((usedPercent) => this.observe({ ...fiveHours, usedPercent }));
    },
    memory: () => current,
    /** The memory as a restarted app finds it. */
    kept: () => parseThresholdMemory(JSON.parse(JSON.stringify(current))),
  };
}

describe('evaluateThresholds', () => {
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
    const { intents } = evaluateThresholds(run.memory(), [{ ...fiveHours, usedPercent: 78 }], [75, 90]);
    expect(intents).toEqual([
      {
        kind: 'threshold',
        key: 'codex:codex:300',
        source: 'codex',
        parameters: {
          subject: { kind: 'limit', windowMinutes: 300, scope: '5h', label: null },
          thresholdPercent: 75,
          usedPercent: 78,
          resetsAtMs: startMs + 5 * hour,
        },
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
    const run = createRun({}, [25, 50, 90]);
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
    expect(createRun({}, []).used(10, 80, 100)).toEqual([]);
    const run = createRun({}, []);
    run.used(10, 80);
    expect(createRun(run.memory(), [50]).used(81)).toEqual([]);
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
      run.used(10, 85);
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
    const run = createRun({}, []);
    run.used(10, 80);
    expect(createRun(run.memory(), [80]).used(81)).toEqual([]);
    expect(createRun(run.memory(), [50]).used(81, 45, 55)).toEqual(['codex:codex:300 50']);
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
    expect(Object.keys(run.memory())).toEqual([fiveHours.key]);
    run.observe();
    expect(Object.keys(run.memory())).toEqual([fiveHours.key]);
  });
});

describe('a clock that jumps', () => {
  const away = 6 * hour;
  const block = { ...fiveHours, key: 'claude-code:block', subject: { kind: 'block' } } as const;
  /** The same window at another time: what it shows there, and how long it then lasts. */
  const at = (
    offsetMs: number,
    usedPercent: number,
    leftMs = offsetMs === 0 ? 5 * hour : 3 * hour,
  ): AlertObservation => ({
    ...block,
    usedPercent,
    resetsAtMs: startMs + offsetMs + leftMs,
    observedAtMs: startMs + offsetMs,
  });
  const longAgo = Array.from({ length: 5 }, () => [at(away, 76), at(0, 80)]).flat();
  const raise = (): ReturnType<typeof createRun> => {
    const run = createRun();
    run.observe(at(0, 10));
    expect(run.observe(at(0, 80))).toEqual(['claude-code:block 75']);
    return run;
  };

  it.each([
    ['forward to a new block and back', [at(away, 1), at(away, 4), at(0, 80), at(0, 84)]],
    ['forward and back, with a long block ahead', [at(away, 40), at(0, 80)]],
    ['back to an earlier block and forward', [at(-away, 20), at(-away, 24), at(0, 80)]],
    ['back to an earlier block that was used as much', [at(-away, 60), at(-away, 70), at(0, 80)]],
    ['between three times, repeatedly', [at(away, 1), at(-away, 20), at(0, 80), at(away, 2), at(0, 80), at(-away, 20)]],
    ['forward by days and back', [at(9 * day, 1), at(0, 80)]],
    [
      'forward and back, and takes the reset with it',
      [at(away, 80, 5 * hour), at(away, 81, 5 * hour), at(0, 81), at(away, 82, 5 * hour), at(0, 82)],
    ],
  ])('repeats no alert when it jumps %s', (_how, observations) => {
    const run = raise();
    expect(observations.flatMap((observation) => run.observe(observation))).toEqual([]);
    expect(run.observe(at(0, 91))).toEqual(['claude-code:block 90']);
  });

  it('repeats no alert when the app was restarted in between', () => {
    const before = raise();
    before.observe(at(away, 1));
    const after = createRun(before.kept());
    expect([at(away, 2), at(0, 80)].flatMap((observation) => after.observe(observation))).toEqual([]);
  });

  it('alerts of what is used where it jumped to, and of the next cycle when time gets there', () => {
    const run = raise();
    expect(run.observe(at(away, 1), at(away, 76))).toEqual(['claude-code:block 75']);
    expect(run.observe(at(0, 80))).toEqual([]);
    const next = 5 * hour;
    expect(run.observe(at(5 * hour + 1, 2, next), at(5 * hour + 2, 77, next))).toEqual(['claude-code:block 75']);
  });

  it('knows three cycles however often it jumps between two of them', () => {
    const run = raise();
    expect(run.observe(at(-away, 20), at(-away, 76))).toEqual(['claude-code:block 75']);
    expect(run.observe(at(0, 80), at(away, 1), ...longAgo)).toEqual(['claude-code:block 75']);
    expect(run.observe(at(-away, 77), at(away, 77), at(0, 81))).toEqual([]);
  });

  it.each([
    [5 * hour - 10 * 60_000, 80, []],
    [5 * hour + 10 * 60_000, 80, []],
    [5 * hour - 10 * 60_000 - 1, 80, ['claude-code:block 75']],
    [5 * hour + 10 * 60_000 + 1, 80, ['claude-code:block 75']],
    [5 * hour, 79, ['claude-code:block 75']],
  ])('takes as much usage with as much time left for the same cycle: %i ms at %i %%', (leftMs, usedPercent, alerts) => {
    expect(raise().observe(at(away, usedPercent, leftMs))).toEqual(alerts);
  });

  it('alerts again in a cycle to which it returned only for what is higher', () => {
    const run = raise();
    expect(run.observe(at(away, 1), at(0, 95), at(away, 2), at(0, 99))).toEqual(['claude-code:block 90']);
  });

  it('takes a fall in a cycle to which it returned as a fall', () => {
    const run = raise();
    expect(run.observe(at(away, 1), at(0, 39), at(0, 76))).toEqual(['claude-code:block 75']);
  });

  it('remembers no more cycles than it needs', () => {
    const run = raise();
    run.observe(at(day, 1), at(day, 2));
    expect(run.memory()[block.key]?.otherCycles).toEqual([
      { resetsAtMs: startMs + 5 * hour, peakPercent: 80, settledPercent: 75 },
    ]);
    for (let days = 1; days < 30; days++) run.observe(at(days * day, 1), at(days * day, 99));
    expect(run.memory()[block.key]?.otherCycles.length).toBe(4);
  });
});

describe('parseThresholdMemory', () => {
  it('drops what is malformed', () => {
    const run = createRun();
    run.used(10, 80);
    const stored = { ...run.memory(), broken: { lastPercent: 'much' }, nothing: null };
    expect(Object.keys(parseThresholdMemory(stored))).toEqual([fiveHours.key]);
    expect([undefined, null, 7, 'x', []].map(parseThresholdMemory)).toEqual([{}, {}, {}, {}, {}]);
  });
});
