import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import type { ActiveBlock } from '../../../../shared/snapshot/app-snapshot.ts';
import type { LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { toNextTurn } from '../../../../shared/snapshot/next-turn.ts';

const calendar = createCalendar('Europe/Berlin');
const nowMs = Date.UTC(2026, 4, 1, 20);
const minute = 60_000;

function toTurn(blockEnds: readonly number[], resets: readonly (number | null)[]): number {
  const blocks = blockEnds.map((inMinutes) => ({ block: { endMs: nowMs + inMinutes * minute } }) as ActiveBlock);
  const windows = resets.map(
    (inMinutes) => ({ resetsAtMs: inMinutes === null ? null : nowMs + inMinutes * minute }) as LimitWindow,
  );
  return toNextTurn({ blocks, limits: { windows, binding: null } }, calendar, nowMs) / minute;
}

describe('toNextTurn', () => {
  it.each([
    ['midnight, when nothing else turns', [], [], 120],
    ['the end of a block', [70, 30], [50], 30],
    ['a reset', [70], [null, 20], 20],
    ['not what is over', [0, -5], [-1], 120],
    ['midnight before later turns', [180], [600], 120],
  ])('%s', (_name, blockEnds, resets, expected) => {
    expect(toTurn(blockEnds, resets)).toBe(expected);
  });
});
