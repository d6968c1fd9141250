import { describe, expect, it } from 'vitest';
import type { BurnMinute } from '../../../../shared/domain/burn-rate.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import type { ActiveBlock, RunningSession } from '../../../../shared/snapshot/app-snapshot.ts';
import type { LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { toNextBoundary } from '../../../../shared/snapshot/next-boundary.ts';

const calendar = createCalendar('Europe/Berlin');
const nowMs = Date.UTC(2026, 4, 1, 20);
const minute = 60_000;

function toTurn({
  blockEnds = [],
  windows = [],
  isForecast = false,
  sessionsAgo = [],
  burnAt = [],
}: {
  readonly blockEnds?: readonly number[];
  readonly windows?: readonly Partial<LimitWindow>[];
  readonly sessionsAgo?: readonly number[];
  readonly burnAt?: readonly number[];
  readonly isForecast?: boolean;
}): number {
  const sections = {
    blocks: blockEnds.map(
      (inMinutes) =>
        ({ block: { endMs: nowMs + inMinutes * minute }, forecast: isForecast ? {} : null }) as ActiveBlock,
    ),
    limits: {
      forecasts: [],
      windows: windows.map(
        (window) =>
          ({ windowMinutes: 300, observedAtMs: nowMs - 200 * minute, resetsAtMs: null, ...window }) as LimitWindow,
      ),
    },
    burn: {
      minutes: burnAt.map((inMinutes) => ({ atMs: nowMs + inMinutes * minute }) as BurnMinute),
      coverageFromMs: 0,
    },
    sessions: sessionsAgo.map((minutesAgo) => ({ lastAtMs: nowMs - minutesAgo * minute }) as RunningSession),
  };
  return toNextBoundary(sections, calendar, nowMs) / minute;
}

const resets = (inMinutes: number) => ({ resetsAtMs: nowMs + inMinutes * minute });

describe('toNextBoundary', () => {
  it.each([
    ['midnight, when nothing else turns', {}, 120],
    ['the end of a block', { blockEnds: [70, 30], windows: [resets(50)] }, 30],
    ['the next forecast', { blockEnds: [70], isForecast: true }, 15],
    ['a reset', { blockEnds: [70], windows: [{}, resets(20)] }, 20],
    ['the latest end of a window whose reset is not known', { windows: [{}] }, 100],
    ['not what is over', { blockEnds: [0, -5], windows: [resets(-1)], sessionsAgo: [61] }, 120],
    ['midnight before later turns', { blockEnds: [180], windows: [resets(600)] }, 120],
    ['the moment a session comes to rest', { sessionsAgo: [2] }, 3],
    ['the moment a session leaves the list', { sessionsAgo: [40] }, 20],
    ['the minute of usage that is dated ahead', { burnAt: [-30, 0, 10.5, 15] }, 10],
    [
      'not the moment a reading becomes stale',
      { windows: [{ observedAtMs: nowMs - 8 * minute, ...resets(100) }] },
      100,
    ],
  ] as const)('%s', (_name, facts, expected) => {
    expect(toTurn(facts)).toBe(expected);
  });
});
