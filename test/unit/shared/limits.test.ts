import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, floorTo, hourMs, minuteMs } from '../../../shared/domain/instant.ts';
import {
  endsAtMs,
  isUsedUp,
  toLimitOutlook,
  type LimitReading,
  type LimitWindow,
} from '../../../shared/domain/limit-window.ts';
import { findBindingWindow } from '../../../shared/limits/binding.ts';
import { splitCycles } from '../../../shared/limits/cycles.ts';
import { toLimitWindows } from '../../../shared/limits/windows.ts';
import { makeReading } from '../../support/make-reading.ts';

const startMs = Date.parse('2026-03-27T08:00:00Z');
const accounts = ['ada', 'ben'] as const;
type Account = (typeof accounts)[number];

/** What can happen; the order is the story of one run. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 280 }).map((minutes) => ({ kind: 'time' as const, minutes })) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 45 }).map((percent) => ({ kind: 'work' as const, percent })) },
  { weight: 5, arbitrary: fc.boolean().map((isNamed) => ({ kind: 'observe' as const, isNamed })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'switch' as const }) },
  { weight: 1, arbitrary: fc.integer({ min: -50, max: 50 }).map((minutes) => ({ kind: 'move' as const, minutes })) },
  { weight: 1, arbitrary: fc.integer({ min: -300, max: 300 }).map((minutes) => ({ kind: 'clock' as const, minutes })) },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

interface Fill {
  usedPercent: number;
  resetsAtMs: number;
}

/**
 * An account without a name is recognised by its reset: the windows of two people hardly ever reset within minutes of each
 * other. Here they never do.
 */
const toReset = (atMs: number, account: Account): number =>
  floorTo(atMs, 10 * minuteMs) + 5 * minuteMs * accounts.indexOf(account);

/** A provider with two accounts, each with a window of five hours and one of a week, and a computer whose clock may be wrong. */
function createScene() {
  let [realMs, clockMs, account] = [startMs, startMs, 'ada' as Account];
  const fills = Object.fromEntries(
    accounts.map((name, index) => [
      name,
      new Map<number, Fill>([
        [300, { usedPercent: 0, resetsAtMs: toReset(startMs + (2 + index) * hourMs, name) }],
        [10_080, { usedPercent: 30 + index, resetsAtMs: toReset(startMs + (5 + index) * dayMs, name) }],
      ]),
    ]),
  ) as Record<Account, Map<number, Fill>>;
  const readings: (LimitReading & { readonly truth: Account })[] = [];
  const observe = (isNamed: boolean): void => {
    for (const [windowMinutes, fill] of fills[account]) {
      const observedAtMs = Math.max(clockMs, ...readings.map((each) => each.observedAtMs + 1));
      const reading = makeReading({ ...fill, windowMinutes, account: isNamed ? account : null, observedAtMs });
      readings.push({ ...reading, truth: account });
    }
  };
  const act = (one: Step): void => {
    if (one.kind === 'switch') account = account === 'ada' ? 'ben' : 'ada';
    if (one.kind === 'clock') clockMs += one.minutes * minuteMs;
    if (one.kind === 'time') [realMs, clockMs] = [realMs + one.minutes * minuteMs, clockMs + one.minutes * minuteMs];
    for (const [windowMinutes, fill] of fills[account]) {
      if (one.kind === 'move' && windowMinutes === 300)
        fill.resetsAtMs = toReset(fill.resetsAtMs + one.minutes * minuteMs, account);
      if (fill.resetsAtMs <= realMs)
        Object.assign(fill, { usedPercent: 0, resetsAtMs: toReset(realMs + windowMinutes * minuteMs, account) });
      if (one.kind === 'work') fill.usedPercent = Math.min(100, fill.usedPercent + one.percent / (windowMinutes / 300));
    }
    if (one.kind === 'observe') observe(one.isNamed);
  };
  // Both accounts have been seen by name, as the agent's own file names them.
  for (const each of accounts) {
    account = each;
    observe(true);
  }
  account = 'ada';
  return { act, readings, nowMs: () => clockMs };
}

const withoutTruth = (readings: readonly (LimitReading & { readonly truth: Account })[]): readonly LimitReading[] =>
  readings.map(({ truth: _truth, ...reading }) => reading);

/** What must hold of the windows of all readings at a moment. */
function expectSound(readings: ReturnType<typeof createScene>['readings'], nowMs: number): readonly LimitWindow[] {
  const plain = withoutTruth(readings);
  const windows = toLimitWindows(plain, nowMs);
  expect(toLimitWindows(plain.toReversed(), nowMs)).toEqual(windows);
  for (const window of windows) {
    expect(endsAtMs(window)).toBeGreaterThan(nowMs);
    const source = readings.find(({ observedAtMs }) => observedAtMs === window.observedAtMs)!;
    expect(window.usedPercent).toBe(source.usedPercent);
    // Nobody's figure is ever shown as another's.
    if (window.id.account !== null) expect(window.id.account).toBe(source.truth);
  }
  // The newest observation of a named window wins while it lasts.
  for (const account of accounts) {
    for (const minutes of [300, 10_080]) {
      const own = readings.filter(({ id, windowMinutes }) => id.account === account && windowMinutes === minutes);
      const newest = own.filter((each) => endsAtMs(each) > nowMs).at(-1);
      const shown = windows.find(({ id, windowMinutes }) => id.account === account && windowMinutes === minutes);
      if (newest !== undefined) expect(shown?.observedAtMs).toBeGreaterThanOrEqual(newest.observedAtMs);
    }
  }
  return windows;
}

/** Time alone changes nothing before a reset, except that readings become stale, once. */
function expectSteady(readings: readonly LimitReading[], windows: readonly LimitWindow[], nowMs: number): void {
  const untilMs = Math.min(...windows.map(endsAtMs));
  for (const share of [0.01, 0.5, 0.999]) {
    const laterMs = Math.floor(nowMs + (untilMs - nowMs - 1) * share);
    expect(toLimitWindows(readings, laterMs)).toEqual(windows);
    for (const window of windows) {
      const [now, later] = [toLimitOutlook(window, nowMs), toLimitOutlook(window, laterMs)];
      expect(isUsedUp(later)).toBe(isUsedUp(now));
      if (now.provenance === 'stale') expect(later.provenance).toBe('stale');
    }
  }
}

/** What binds is used up if anything is, and then lasts as long as any window of its plan that is. */
function expectBinding(windows: readonly LimitWindow[], nowMs: number): void {
  const outlooks = windows.map((window) => toLimitOutlook(window, nowMs));
  const binding = findBindingWindow(outlooks);
  const full = outlooks.filter((each) => isUsedUp(each));
  if (binding === null) return expect(full).toEqual([]);
  expect(outlooks).toContain(binding);
  if (full.length === 0) return expect(binding.runsOutAtMs).not.toBeNull();
  expect(full).toContain(binding);
  for (const each of full.filter(({ id }) => id.account === binding.id.account)) {
    expect(endsAtMs(binding)).toBeGreaterThanOrEqual(endsAtMs(each));
  }
}

describe('limits, as time goes on', () => {
  it('stay sound while windows fill and reset, resets move, accounts switch and the clock jumps', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
        const scene = createScene();
        for (const one of steps) {
          scene.act(one);
          const windows = expectSound(scene.readings, scene.nowMs());
          if (windows.length > 0) expectSteady(withoutTruth(scene.readings), windows, scene.nowMs());
          expectBinding(windows, scene.nowMs());
        }
        const week = scene.readings.filter(({ id, windowMinutes }) => id.account === 'ada' && windowMinutes === 10_080);
        // The weeks of one account do not end within such a story, whatever else happened between the readings.
        expect(splitCycles(withoutTruth(week))).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});
