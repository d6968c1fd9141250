import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOutRule } from '../../../../../shared/alerts/rules/runs-out.ts';
import { makeAlertInput } from '../../../../support/make-alert-input.ts';
import { playRule } from '../../../../support/play-rule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-05-01T12:00:00Z');
const resetsAtMs = startMs + 4 * hourMs;

const toRunOut = (runsOutAtMs: number | null, more: object = {}) => ({
  ...{ key: 'w', source: 'codex', subject: { kind: 'block' as const }, usedPercent: 50, windowMs: 5 * hourMs },
  ...{ resetsAtMs, runsOutAtMs, probability: null, ...more },
});

describe('runs-out', () => {
  it('alerts once the projection has stood for five minutes, once in a cycle', () => {
    const { see } = playRule(runsOutRule);
    const at = (minute: number, runsOut = true) =>
      see({ nowMs: startMs + minute * minuteMs, projected: [toRunOut(runsOut ? startMs + 2 * hourMs : null)] }).length;
    expect([at(0), at(3), at(5), at(6), at(7, false), at(20), at(30)]).toEqual([0, 0, 1, 0, 0, 0, 0]);
  });

  it('says nothing of a burst, of what runs out just before the reset, and of what has run out', () => {
    const { see } = playRule(runsOutRule);
    const late = resetsAtMs - 5 * minuteMs;
    for (const [minute, runOut] of [
      [0, toRunOut(startMs + hourMs)],
      [3, toRunOut(null)],
      [6, toRunOut(startMs + hourMs)],
      [9, toRunOut(late)],
      [30, toRunOut(late)],
      [40, toRunOut(startMs, { usedPercent: 100 })],
      [50, toRunOut(startMs, { usedPercent: 100 })],
    ] as const) {
      expect(see({ nowMs: startMs + minute * minuteMs, projected: [runOut] })).toEqual([]);
    }
  });

  it('takes a forecast only when it is likely enough', () => {
    const { see } = playRule(runsOutRule);
    const at = (minute: number, probability: number) =>
      see({
        nowMs: startMs + minute * minuteMs,
        projected: [toRunOut(startMs + 2 * hourMs, { probability })],
      }).map(({ parameters }) => parameters.probability);
    expect([at(0, 0.4), at(6, 0.4), at(7, 0.6), at(13, 0.7)]).toEqual([[], [], [], [0.7]]);
  });

  it('alerts again in the next cycle, and not when the clock returns to the first', () => {
    const play = playRule(runsOutRule);
    const hour = (hours: number, cycle: number): number => {
      const end = resetsAtMs + cycle * 5 * hourMs;
      const see = (extraMs: number) =>
        play.see({
          nowMs: startMs + hours * hourMs + extraMs,
          projected: [toRunOut(end - hourMs, { resetsAtMs: end })],
        }).length;
      return see(0) + see(6 * minuteMs);
    };
    expect([hour(1, 0), hour(5, 1), hour(2, 0), hour(6, 1)]).toEqual([1, 1, 0, 0]);
  });

  it('alerts at most once in a cycle, and always when it stands, over drift, restarts and readings in any number', () => {
    const step = fc.record({
      afterMs: fc.integer({ min: minuteMs, max: 20 * minuteMs }),
      driftMs: fc.integer({ min: -10 * minuteMs, max: 10 * minuteMs }),
      restarts: fc.boolean(),
      runsOut: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 80 }), (steps) => {
        const play = playRule(runsOutRule);
        let atMs = startMs;
        let end = startMs + 5 * hourMs;
        let standsSinceMs: number | null = null;
        let hasStood = false;
        let raised = 0;
        const endCycle = (): void => {
          expect(raised).toBe(hasStood ? 1 : 0);
          [raised, hasStood, standsSinceMs] = [0, false, null];
        };
        for (const { afterMs, driftMs, restarts, runsOut } of steps) {
          atMs += afterMs;
          while (end - 30 * minuteMs <= atMs) {
            endCycle();
            end += 5 * hourMs;
            // Between two cycles, nothing is seen for an hour: drift cannot take one for the other.
            atMs = Math.max(atMs, end - 4 * hourMs);
          }
          if (restarts) play.restart();
          const resets = end + driftMs;
          const runsOutAtMs = runsOut ? Math.max(atMs + 1, Math.min(atMs + hourMs, resets - 15 * minuteMs)) : null;
          const isEarly = runsOutAtMs !== null && resets - runsOutAtMs >= 10 * minuteMs;
          standsSinceMs = isEarly ? (standsSinceMs ?? atMs) : null;
          hasStood ||= standsSinceMs !== null && atMs - standsSinceMs >= 5 * minuteMs;
          raised += play.see({ nowMs: atMs, projected: [toRunOut(runsOutAtMs, { resetsAtMs: resets })] }).length;
        }
        endCycle();
      }),
    );
  });

  it('takes a reset that the provider moves for the same cycle', () => {
    const play = playRule(runsOutRule);
    const at = (minute: number, resets: number) =>
      play.see({ nowMs: startMs + minute * minuteMs, projected: [toRunOut(startMs + hourMs, { resetsAtMs: resets })] })
        .length;
    const moved = resetsAtMs + 4 * hourMs;
    expect([at(0, resetsAtMs), at(3, moved), at(5, moved)]).toEqual([0, 0, 1]);
    expect([at(6, moved + 4 * hourMs), at(12, moved + 4 * hourMs)]).toEqual([0, 0]);
  });

  it('says nothing of what was to run out before now, nor of what is used up, whatever its forecast says', () => {
    const seeAll = (patch: Parameters<typeof toRunOut>[1], runsOutAfterMs: number) => {
      const { see } = playRule(runsOutRule);
      const at = (minute: number) => {
        const nowMs = startMs + minute * minuteMs;
        return see({ nowMs, projected: [toRunOut(nowMs + runsOutAfterMs, patch)] }).length;
      };
      return at(0) + at(6);
    };
    expect([seeAll({}, 1), seeAll({}, 0), seeAll({}, -1)]).toEqual([1, 0, 0]);
    expect([seeAll({ usedPercent: 99 }, 1), seeAll({ usedPercent: 100 }, 1)]).toEqual([1, 0]);
  });

  it('counts a forecast exactly at the chosen probability and time', () => {
    const seeAll = (runsOutAtMs: number, probability: number | null) => {
      const { see } = playRule(runsOutRule);
      const at = (minute: number) =>
        see({ nowMs: startMs + minute * minuteMs, projected: [toRunOut(runsOutAtMs, { probability })] }).length;
      return at(0) + at(6);
    };
    expect([seeAll(startMs + hourMs, 0.5), seeAll(startMs + hourMs, 0.49)]).toEqual([1, 0]);
    const tenMinutes = resetsAtMs - 10 * minuteMs;
    expect([seeAll(tenMinutes, null), seeAll(tenMinutes + 1, null)]).toEqual([1, 0]);
  });

  it('remembers five cycles of a window, and a window for 45 days', () => {
    let memory = runsOutRule.parseMemory(undefined);
    const see = (key: string, atMs: number): void => {
      const end = atMs + 4 * hourMs;
      for (const nowMs of [atMs, atMs + 6 * minuteMs]) {
        const projected = [toRunOut(end - hourMs, { key, resetsAtMs: end })];
        memory = runsOutRule.evaluate(memory, makeAlertInput({ nowMs, projected })).memory;
      }
    };
    for (let cycle = 0; cycle < 7; cycle += 1) see('w', startMs + cycle * 5 * hourMs);
    expect(memory['w']?.raisedFor).toHaveLength(5);
    const seenAtMs = memory['w']?.seenAtMs ?? 0;
    see('other', seenAtMs + 45 * 24 * hourMs - 6 * minuteMs);
    expect(Object.keys(memory)).toEqual(['w', 'other']);
    see('other', seenAtMs + 45 * 24 * hourMs);
    expect(Object.keys(memory)).toEqual(['other']);
  });
});
