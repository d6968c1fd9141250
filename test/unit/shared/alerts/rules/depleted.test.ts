import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depletedRule } from '../../../../../shared/alerts/rules/depleted.ts';
import { makeWindow } from '../../../../fakes/cli-host.ts';
import type { ReadingPatch } from '../../../../support/make-reading.ts';
import { playRule } from '../../../../support/play-rule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-05-01T12:00:00Z');

const toWindow = (patch: ReadingPatch, nowMs: number) =>
  makeWindow({ observedAtMs: nowMs, trustedUntilMs: nowMs + hourMs, runsOutAtMs: null, ...patch });

describe('depleted', () => {
  it('alerts when a window is used up, not when it was at the start, and again in the next cycle', () => {
    const { see } = playRule(depletedRule);
    const at = (hours: number, usedPercent: number, cycle: number) => {
      const nowMs = startMs + hours * hourMs;
      const resetsAtMs = startMs + (cycle + 1) * 5 * hourMs;
      return see({ nowMs, windows: [toWindow({ usedPercent, resetsAtMs }, nowMs)] }).length;
    };
    expect([at(0, 100, 0), at(1, 100, 0), at(6, 40, 1), at(7, 100, 1), at(8, 100, 1)]).toEqual([0, 0, 0, 1, 0]);
  });

  it('alerts exactly once for each cycle that is used up, for each account, over restarts and drift', () => {
    const step = fc.record({
      afterMs: fc.integer({ min: minuteMs, max: 40 * minuteMs }),
      account: fc.constantFrom('ada', 'bob'),
      addPercent: fc.integer({ min: 0, max: 60 }),
      driftMs: fc.integer({ min: -5 * minuteMs, max: 5 * minuteMs }),
      restarts: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const play = playRule(depletedRule);
        const known = new Map<string, { cycle: number; used: number; isBaseline: boolean; isDone: boolean }>();
        let atMs = startMs;
        for (const { afterMs, account, addPercent, driftMs, restarts } of steps) {
          atMs += afterMs;
          if (restarts) {
            play.restart();
            for (const state of known.values()) state.isBaseline = true;
          }
          const cycle = Math.floor((atMs - startMs + 10 * minuteMs) / (5 * hourMs));
          const before = known.get(account);
          const isNew = before === undefined || before.cycle !== cycle;
          const used = Math.min(100, (isNew ? 0 : before.used) + addPercent);
          const resetsAtMs = startMs + (cycle + 1) * 5 * hourMs - 10 * minuteMs + driftMs;
          // Readings about the moment of a reset belong to either cycle: none is given then.
          if (Math.abs(resetsAtMs - atMs) < 20 * minuteMs || resetsAtMs - atMs > 4.6 * hourMs) continue;
          const isBaseline = before === undefined || (before.isBaseline && !isNew) || (before.isBaseline && isNew);
          const wasDone = isNew ? false : before.isDone;
          const fires = !isBaseline && used >= 100 && !wasDone;
          const raised = play.see({
            nowMs: atMs,
            windows: [toWindow({ account, usedPercent: used, resetsAtMs }, atMs)],
          });
          expect(raised).toHaveLength(fires ? 1 : 0);
          known.set(account, { cycle, used, isBaseline: false, isDone: wasDone || used >= 100 });
        }
      }),
    );
  });
});
