import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depletedRule } from '../../../../../shared/alerts/rules/depleted.ts';
import { restoredRule } from '../../../../../shared/alerts/rules/restored.ts';
import type { LimitWindow } from '../../../../../shared/domain/limit-window.ts';
import { makeReading, type ReadingPatch } from '../../../../support/make-reading.ts';
import { playRule } from '../../../../support/play-rule.ts';

type Play = Pick<ReturnType<typeof playRule<'restored', never>>, 'see' | 'restart'>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-05-01T12:00:00Z');

function toWindow(patch: ReadingPatch, nowMs: number): LimitWindow {
  return {
    ...makeReading({ observedAtMs: nowMs, ...patch }),
    trustedUntilMs: nowMs + hourMs,
    runsOutAtMs: null,
    pace: null,
  };
}

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

describe('restored', () => {
  const week = { windowMinutes: 10_080, resetsAtMs: startMs + 72 * hourMs };
  const five = { resetsAtMs: startMs + hourMs };
  const see = (play: Play, minutes: number, ...windows: ReadingPatch[]) => {
    const nowMs = startMs + minutes * minuteMs;
    return play
      .see({ nowMs, windows: windows.map((window) => toWindow(window, nowMs)) })
      .map(({ parameters }) => (parameters.subject.kind === 'limit' ? parameters.subject.scope : ''));
  };
  const start = (): Play => playRule(restoredRule);

  it('alerts when the reset of a window that was used up has passed, once', () => {
    const play = start();
    expect(see(play, 0, { ...five, usedPercent: 100 })).toEqual([]);
    expect(see(play, 59, { ...five, usedPercent: 100 })).toEqual([]);
    expect(see(play, 61)).toEqual(['5h']);
    expect(see(play, 62)).toEqual([]);
  });

  it('is silent while another window of the account still blocks, and speaks when that is over', () => {
    const play = start();
    expect(see(play, 0, { ...five, usedPercent: 100 }, { ...week, usedPercent: 100 })).toEqual([]);
    expect(see(play, 61, { ...week, usedPercent: 100 })).toEqual([]);
    expect(see(play, 90, { ...week, usedPercent: 3, resetsAtMs: startMs + 200 * hourMs })).toEqual(['7d']);
  });

  it('speaks while a window of one model, or what is paid beyond the plan, stays used up: the rest works', () => {
    const opus = { ...week, scope: '7d opus', label: 'Opus', usedPercent: 100 };
    const credits = { ...week, windowMinutes: null, scope: 'credits', usedPercent: 100 };
    const play = start();
    expect(see(play, 0, { ...five, usedPercent: 100 }, opus, credits)).toEqual([]);
    expect(see(play, 61, opus, credits)).toEqual(['5h']);
  });

  it('does not say of one model that it is available while its plan, or another window of it, is used up', () => {
    const opus = { ...five, scope: '5h opus', label: 'Opus' };
    for (const other of [week, { ...week, scope: '7d opus', label: 'Opus' }]) {
      const play = start();
      expect(see(play, 0, { ...opus, usedPercent: 100 }, { ...other, usedPercent: 100 })).toEqual([]);
      expect(see(play, 61, { ...other, usedPercent: 100 })).toEqual([]);
    }
  });

  it('does not count a window of another account as one that blocks', () => {
    const play = start();
    expect(see(play, 0, { ...five, usedPercent: 100 }, { ...week, account: 'bob', usedPercent: 100 })).toEqual([]);
    expect(see(play, 61, { ...week, account: 'bob', usedPercent: 100 })).toEqual(['5h']);
  });

  it('says nothing of what became available long ago, and survives a restart', () => {
    const play = start();
    see(play, 0, { ...five, usedPercent: 100 });
    play.restart();
    expect(see(play, 62)).toEqual(['5h']);
    const late = start();
    see(late, 0, { ...five, usedPercent: 100 });
    late.restart();
    expect(see(late, 600)).toEqual([]);
  });

  it('says nothing while there is merely no reading', () => {
    const play = start();
    see(play, 0, { ...five, usedPercent: 100 });
    expect(see(play, 30)).toEqual([]);
    expect(see(play, 61)).toEqual(['5h']);
  });
});
