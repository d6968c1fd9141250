import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../../../shared/domain/agent-status.ts';
import type { StatuslineFacts } from '../../../../shared/statusline/facts.ts';
import { findBinding, findTopWindow, listWindows } from '../../../../shared/statusline/windows.ts';
import { makeFacts, makeFactWindow, makeScene, makeStatus, nowMs } from '../../../support/make-status.ts';

const hourMs = 3_600_000;
type Limit = AgentStatus['limits'][number];
const fiveHours: Limit = { name: 'five_hour', windowMinutes: 300, usedPercent: 30, resetsAtMs: nowMs + 2 * hourMs };
const week: Limit = { name: 'seven_day', windowMinutes: 10_080, usedPercent: 20, resetsAtMs: nowMs + 84 * hourMs };
const scene = (
  limits: readonly Limit[],
  facts: Partial<StatuslineFacts> | null = null,
  source: string | null = 'claude-code',
) => makeScene({ source, status: makeStatus({ limits }), facts: facts === null ? null : makeFacts(facts) });
const allModels = (given: Parameters<typeof makeFactWindow>[0] = {}) => makeFactWindow({ label: null, ...given });

describe('the windows of a line', () => {
  const titles = (...args: Parameters<typeof scene>) => listWindows(scene(...args)).map(({ title }) => title);

  it('are those that the agent passes, shortest first, and none otherwise', () => {
    expect(titles([week, fiveHours])).toEqual(['5h', 'week']);
    expect(titles([])).toEqual([]);
    expect(listWindows(scene([fiveHours]))[0]).toMatchObject({ usedPercent: 30, label: null, isStale: false });
  });

  it('are from the facts where the agent passes none of that length for all models', () => {
    const facts = { windows: [allModels({ usedPercent: 99 }), makeFactWindow({ usedPercent: 7 })] };
    expect(listWindows(scene([week], facts)).map(({ title, usedPercent }) => [title, usedPercent])).toEqual([
      ['week', 20],
      ['week Opus', 7],
    ]);
    expect(listWindows(scene([fiveHours], facts)).map(({ usedPercent }) => usedPercent)).toEqual([30, 99, 7]);
  });

  it('have those without a length last, and none without a share', () => {
    const credits = allModels({ windowMinutes: null, scope: 'credits', usedPercent: 3 });
    expect(titles([], { windows: [credits, allModels({ usedPercent: null }), makeFactWindow()] })).toEqual([
      'week Opus',
      'credits',
    ]);
  });

  it('are of the session’s agent; without one those of all, named where there are several', () => {
    const windows = [makeFactWindow(), makeFactWindow({ source: 'codex', label: 'Spark' })];
    expect(titles([], { windows })).toEqual(['week Opus']);
    expect(titles([], { windows }, null)).toEqual(['claude-code week Opus', 'codex week Spark']);
    expect(titles([], { windows: windows.slice(0, 1) }, null)).toEqual(['week Opus']);
  });

  it('are dropped at their reset, and stale after the last moment of trust', () => {
    const windows = [makeFactWindow({ resetsAtMs: nowMs }), makeFactWindow({ label: 'Fable', trustedUntilMs: nowMs })];
    expect(listWindows(scene([], { windows })).map(({ label, isStale }) => [label, isStale])).toEqual([
      ['Fable', false],
    ]);
    const old = { windows: [makeFactWindow({ trustedUntilMs: nowMs - 1, resetsAtMs: null })] };
    expect(listWindows(scene([], old))[0]?.isStale).toBe(true);
  });
});

describe('the window that stops first', () => {
  const runsOut = (hours: number, given: Parameters<typeof makeFactWindow>[0] = {}) =>
    makeFactWindow({ usedPercent: 90, runsOutAtMs: nowMs + hours * hourMs, ...given });
  const bindingOf = (...args: Parameters<typeof scene>) => findBinding(scene(...args))?.title ?? null;

  it('is the first of several to run out, by the agent or by the facts', () => {
    const windows = [runsOut(9, { label: 'Later' }), runsOut(3, { label: 'Sooner' }), runsOut(6, { label: 'Between' })];
    expect(bindingOf([], { windows })).toBe('week Sooner');
    // At its pace in 45 minutes.
    expect(bindingOf([{ ...fiveHours, usedPercent: 80 }], { windows })).toBe('5h');
    expect(bindingOf([fiveHours, week])).toBeNull();
  });

  it('is the one that the facts name, unless it is out of date, has reset or has no share', () => {
    expect(bindingOf([], { binding: runsOut(3) })).toBe('week Opus');
    expect(bindingOf([], { binding: runsOut(3, { resetsAtMs: null }) })).toBe('week Opus');
    expect(bindingOf([], { binding: runsOut(3, { trustedUntilMs: nowMs - 1 }) })).toBeNull();
    expect(bindingOf([], { binding: runsOut(3, { resetsAtMs: nowMs }) })).toBeNull();
    expect(bindingOf([], { binding: runsOut(3, { usedPercent: null }) })).toBeNull();
  });

  it('is not the facts’ where the agent passes its own windows, but of another agent or a model', () => {
    const own = runsOut(3, { label: null });
    expect(bindingOf([fiveHours], { binding: own })).toBeNull();
    expect(bindingOf([], { binding: own })).toBe('week');
    expect(bindingOf([fiveHours], { binding: runsOut(3, { label: null, source: 'codex' }) })).toBe('week');
    expect(bindingOf([fiveHours], { binding: runsOut(3) })).toBe('week Opus');
  });

  it('is, where none does, replaced by the fullest that is not out of date: of equally full ones the shorter', () => {
    const topOf = (...args: Parameters<typeof scene>) => findTopWindow(scene(...args))?.title ?? null;
    expect(topOf([fiveHours, { ...week, usedPercent: 40 }])).toBe('week');
    expect(topOf([fiveHours, { ...week, usedPercent: 30 }])).toBe('5h');
    const stale = makeFactWindow({ usedPercent: 95, trustedUntilMs: nowMs - 1 });
    expect(topOf([fiveHours], { windows: [stale] })).toBe('5h');
    expect(topOf([], { windows: [stale] })).toBeNull();
    expect(topOf([fiveHours], { windows: [makeFactWindow({ usedPercent: 20, runsOutAtMs: nowMs + hourMs })] })).toBe(
      'week Opus',
    );
  });
});
