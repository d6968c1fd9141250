import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../../../shared/domain/agent-status.ts';
import { findBinding, findTopWindow } from '../../../../shared/statusline/first-window.ts';
import { makeFacts, makeFactWindow, makeScene, makeStatus, nowMs } from '../../../support/make-status.ts';

const hourMs = 3_600_000;
type Limit = AgentStatus['limits'][number];
type Window = ReturnType<typeof makeFactWindow>;
const fiveHours: Limit = { name: 'five_hour', windowMinutes: 300, usedPercent: 30, resetsAtMs: nowMs + 2 * hourMs };
const week: Limit = { name: 'seven_day', windowMinutes: 10_080, usedPercent: 20, resetsAtMs: nowMs + 84 * hourMs };
const spend: Limit = { name: 'spend_limit', windowMinutes: null, usedPercent: 140, resetsAtMs: nowMs + 200 * hourMs };
const scene = (limits: readonly Limit[], windows: readonly Window[] = []) =>
  makeScene({ status: makeStatus({ limits }), facts: makeFacts({ windows }) });
const runsOut = (hours: number, given: Partial<Window> = {}) =>
  makeFactWindow({ usedPercent: 90, runsOutAtMs: nowMs + hours * hourMs, ...given });
const bindingOf = (...args: Parameters<typeof scene>) => findBinding(scene(...args))?.title ?? null;

describe('the window that stops first', () => {
  it('is the first of several to run out, by the agent or by the facts', () => {
    const windows = [runsOut(9, { label: 'Later' }), runsOut(3, { label: 'Sooner' }), runsOut(6, { label: 'Between' })];
    expect(bindingOf([], windows)).toBe('week Sooner');
    // At its pace in 45 minutes.
    expect(bindingOf([{ ...fiveHours, usedPercent: 80 }], windows)).toBe('5h');
    expect(bindingOf([fiveHours, week])).toBeNull();
  });

  it('is, of those used up, the one that stays so longest, and a plan before what is paid beyond it', () => {
    const [full, fullWeek] = [
      { ...fiveHours, usedPercent: 100 },
      { ...week, usedPercent: 100 },
    ];
    expect(bindingOf([full, fullWeek])).toBe('week');
    expect(bindingOf([full, week, spend])).toBe('5h');
    expect([bindingOf([fiveHours, week, spend]), bindingOf([spend])]).toEqual([null, 'spend limit']);
    // While the week is used up, nothing else of the plan can be.
    expect(bindingOf([{ ...fiveHours, usedPercent: 80 }, fullWeek])).toBe('week');
  });

  it('is none that is out of date, has reset or has no share; what is used up stays so until its reset', () => {
    expect(bindingOf([], [runsOut(3, { resetsAtMs: null })])).toBe('week Opus');
    expect(bindingOf([], [runsOut(3, { trustedUntilMs: nowMs - 1 })])).toBeNull();
    expect(bindingOf([], [runsOut(3, { resetsAtMs: nowMs })])).toBeNull();
    expect(bindingOf([], [runsOut(3, { usedPercent: null })])).toBeNull();
    const old = { usedPercent: 100, trustedUntilMs: nowMs - 1 };
    expect(bindingOf([], [runsOut(-9, old)])).toBe('week Opus');
    expect(bindingOf([], [runsOut(-9, { ...old, resetsAtMs: null })])).toBeNull();
  });

  it('is judged as everywhere else while the facts are of the same share, and at its pace from then on', () => {
    const fast = { ...fiveHours, usedPercent: 80 };
    const lasts = makeFactWindow({ ...fast, label: null, usedPercent: 79.2, resetsAtMs: fast.resetsAtMs! + 9_000 });
    expect(bindingOf([fast], [lasts])).toBeNull();
    expect(bindingOf([fast], [{ ...lasts, runsOutAtMs: nowMs + hourMs }])).toBe('5h');
    expect(findBinding(scene([fast], [{ ...lasts, runsOutAtMs: nowMs + hourMs }]))?.runsOutAtMs).toBe(nowMs + hourMs);
    expect(bindingOf([fast], [{ ...lasts, usedPercent: 70 }])).toBe('5h');
    expect(bindingOf([fast], [{ ...lasts, trustedUntilMs: nowMs - 1 }])).toBe('5h');
    expect(bindingOf([{ ...fast, usedPercent: 100 }], [{ ...lasts, usedPercent: 99.5 }])).toBe('5h');
  });

  it('is named with its agent or account where it is not the session’s', () => {
    const own = runsOut(3, { label: null });
    expect(bindingOf([week], [own])).toBeNull();
    expect(bindingOf([fiveHours], [own])).toBe('week');
    expect(findBinding(scene([fiveHours], [runsOut(3, { label: null, source: 'codex' })]))).toMatchObject({
      title: 'codex week',
      isForeign: true,
    });
    expect(bindingOf([week], [runsOut(3, { label: null, account: 'abcdef', resetsAtMs: nowMs + 20 * hourMs })])).toBe(
      'week (abcd)',
    );
  });

  it('is, where none does, replaced by the fullest that is not out of date: of equally full ones the shorter', () => {
    const topOf = (...args: Parameters<typeof scene>) => findTopWindow(scene(...args))?.title ?? null;
    expect(topOf([fiveHours, { ...week, usedPercent: 40 }])).toBe('week');
    expect(topOf([fiveHours, { ...week, usedPercent: 30 }])).toBe('5h');
    const stale = makeFactWindow({ usedPercent: 95, trustedUntilMs: nowMs - 1 });
    expect(topOf([fiveHours], [stale])).toBe('5h');
    expect(topOf([], [stale])).toBeNull();
    expect(topOf([fiveHours], [makeFactWindow({ usedPercent: 20, runsOutAtMs: nowMs + hourMs })])).toBe('week Opus');
  });
});
