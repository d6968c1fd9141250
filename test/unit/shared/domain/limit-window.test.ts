import { describe, expect, it } from 'vitest';
import { toRemainingMs } from '../../../../shared/domain/block.ts';
import { toAgeMs, toHeadroomPercent, toReadingKind } from '../../../../shared/domain/limit-window.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');

describe('what follows from facts and the current time', () => {
  it('is what is left of a limit', () => {
    expect(toHeadroomPercent({ usedPercent: 68 })).toBe(32);
    expect(toHeadroomPercent({ usedPercent: null })).toBeNull();
  });

  it('is the age of a reading, never negative', () => {
    expect(toAgeMs({ observedAtMs: nowMs - 90_000 }, nowMs)).toBe(90_000);
    expect(toAgeMs({ observedAtMs: nowMs + 1 }, nowMs)).toBe(0);
  });

  it('is what each reading of a window is worth, by its own age', () => {
    const window = { observedAtMs: nowMs - 1, trustedUntilMs: nowMs + 99 };
    expect(toReadingKind({ observedAtMs: nowMs - 100 }, window, nowMs)).toBe('official');
    expect(toReadingKind({ observedAtMs: nowMs - 101 }, window, nowMs)).toBe('stale');
  });

  it('is the time until a block ends, never negative', () => {
    expect(toRemainingMs({ endMs: nowMs + 5 }, nowMs)).toBe(5);
    expect(toRemainingMs({ endMs: nowMs - 5 }, nowMs)).toBe(0);
  });
});
