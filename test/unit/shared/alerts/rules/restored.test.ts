import { describe, expect, it } from 'vitest';
import { restoredRule } from '../../../../../shared/alerts/rules/restored.ts';
import { makeWindow } from '../../../../fakes/cli-host.ts';
import type { ReadingPatch } from '../../../../support/make-reading.ts';
import { playRule } from '../../../../support/play-rule.ts';

type Play = Pick<ReturnType<typeof playRule<'restored', never>>, 'see' | 'restart'>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-05-01T12:00:00Z');

describe('restored', () => {
  const week = { windowMinutes: 10_080, resetsAtMs: startMs + 72 * hourMs };
  const five = { resetsAtMs: startMs + hourMs };
  const see = (play: Play, minutes: number, ...windows: ReadingPatch[]) => {
    const nowMs = startMs + minutes * minuteMs;
    return play
      .see({
        nowMs,
        windows: windows.map((window) =>
          makeWindow({ observedAtMs: nowMs, trustedUntilMs: nowMs + hourMs, ...window }),
        ),
      })
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
