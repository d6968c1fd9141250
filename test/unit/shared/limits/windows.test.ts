import { describe, expect, it } from 'vitest';
import { findBindingWindow } from '../../../../shared/limits/binding.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import type { LimitReading } from '../../../../shared/domain/limit-window.ts';
import type { ReadingPatch } from '../../../support/make-reading.ts';
import { hour, minute, nowMs, reading, toOutlooks, weekly } from '../../../support/limit-outlooks.ts';

const runsOutAt = (patch: ReadingPatch): number | null | undefined =>
  toOutlooks([reading({ observedAtMs: nowMs, ...patch })])[0]?.runsOutAtMs;

describe('toLimitWindows', () => {
  it('returns what was read, until when it is trusted, and when it runs out', () => {
    const trustedUntilMs = nowMs + 9 * minute;
    expect(toLimitWindows([reading()], nowMs)).toEqual([
      {
        ...reading(),
        trustedUntilMs,
        runsOutAtMs: null,
        pace: { elapsedPercent: 59.7, deltaPercent: -19.7, band: 'far-below' },
      },
    ]);
    expect(toOutlooks([reading()])[0]?.provenance).toBe('official');
  });

  it('returns the same while time passes, up to a reset', () => {
    const readings = [reading({ usedPercent: 90 }), reading(weekly)];
    const resetsAtMs = nowMs + 2 * hour;
    expect(toLimitWindows(readings, resetsAtMs - 1)).toEqual(toLimitWindows(readings, nowMs));
    expect(toLimitWindows(readings, resetsAtMs)).toHaveLength(1);
  });

  it('keeps the newest reading of each window, in order', () => {
    const windows = toLimitWindows(
      [
        reading({ provider: 'zed' }),
        reading({ ...weekly, usedPercent: 7 }),
        reading({ usedPercent: 50 }),
        reading({ usedPercent: 30, observedAtMs: nowMs - hour }),
        reading({ name: 'a' }),
      ],
      nowMs,
    );
    expect(windows.map((each) => [each.id.provider, each.id.name, each.windowMinutes, each.usedPercent])).toEqual([
      ['openai', 'a', 300, 40],
      ['openai', 'codex', 300, 50],
      ['openai', 'codex', 10_080, 7],
      ['zed', 'codex', 300, 40],
    ]);
  });

  it('keeps the newest reading whatever the order, and of equally old ones the last', () => {
    const percents = (...readings: readonly LimitReading[]) =>
      toLimitWindows(readings, nowMs).map(({ usedPercent }) => usedPercent);
    expect(percents(reading({ usedPercent: 30, observedAtMs: nowMs - hour }), reading({ usedPercent: 50 }))).toEqual([
      50,
    ]);
    expect(percents(reading({ usedPercent: 30 }), reading({ usedPercent: 50 }))).toEqual([50]);
  });

  it('drops what has been reset since, also where the provider gives no time', () => {
    expect(toLimitWindows([reading({ resetsAtMs: nowMs })], nowMs)).toEqual([]);
    expect(toLimitWindows([reading({ resetsAtMs: null, observedAtMs: nowMs - 5 * hour })], nowMs)).toEqual([]);
    expect(toLimitWindows([reading({ resetsAtMs: null })], nowMs)).toHaveLength(1);
  });

  it('falls back to an older reading of a window that is still valid', () => {
    const windows = toLimitWindows([reading({ usedPercent: 1_780_000_000 }), reading({ usedPercent: 12 })], nowMs);
    expect(windows.map(({ usedPercent }) => usedPercent)).toEqual([12]);
  });

  it.each([-1, 101, 1_780_000_000, Number.NaN])('refuses %d percent', (usedPercent) => {
    expect(toLimitWindows([reading({ usedPercent })], nowMs)).toEqual([]);
  });

  it.each([
    ['5-hour', {}, 10 * minute],
    ['weekly', weekly, 336 * minute],
  ])('does not trust a %s reading for longer than a thirtieth of the window', (_, patch, trustMs) => {
    const provenanceAfter = (ageMs: number): string | undefined =>
      toOutlooks([reading({ ...patch, observedAtMs: nowMs - ageMs })])[0]?.provenance;
    expect(provenanceAfter(trustMs)).toBe('official');
    expect(provenanceAfter(trustMs + 1)).toBe('stale');
  });

  it('runs out at the rate so far', () => {
    // 60 % in 3 of 5 hours: 20 % an hour, the last 40 % take 2 hours and end with the window
    expect(runsOutAt({ usedPercent: 60 })).toBeNull();
    // 90 % in 3 hours: the last 10 % take 20 minutes
    expect(runsOutAt({ usedPercent: 90 })).toBe(nowMs + 20 * minute);
    expect(runsOutAt({ usedPercent: 100 })).toBe(nowMs);
  });

  it('runs out at the rate so far from three hundredths of the window on', () => {
    // 50 % in 9 of 300 minutes
    expect(runsOutAt({ usedPercent: 50, resetsAtMs: nowMs + 291 * minute })).toBe(nowMs + 9 * minute);
    expect(runsOutAt({ usedPercent: 50, resetsAtMs: nowMs + 291 * minute + 1 })).toBeNull();
  });

  it('does not know when a window runs out that has hardly begun, is unused, has no end or an old reading', () => {
    expect(runsOutAt({ usedPercent: 20, resetsAtMs: nowMs + 292 * minute })).toBeNull();
    expect(runsOutAt({ usedPercent: 0 })).toBeNull();
    expect(runsOutAt({ usedPercent: 90, resetsAtMs: null })).toBeNull();
    expect(runsOutAt({ usedPercent: 90, observedAtMs: nowMs - 11 * minute })).toBeNull();
  });

  it('keeps a used-up window used up, however old its reading is', () => {
    const observedAtMs = nowMs - hour;
    const [window] = toOutlooks([reading({ usedPercent: 100, observedAtMs })]);
    expect(window).toMatchObject({ provenance: 'stale', runsOutAtMs: observedAtMs });
  });
});

describe('a limit without a length', () => {
  const amount = { unit: 'credits', used: null, limit: null, remaining: 12.5 } as const;
  const credits = { windowMinutes: null, usedPercent: null, amount, resetsAtMs: null, observedAtMs: nowMs } as const;

  it('is kept for its amount, never ends, and is never binding', () => {
    const windows = toOutlooks([reading({ ...credits, observedAtMs: nowMs - 900 * hour }), reading()]);
    expect(windows.map(({ id, provenance }) => [id.scope, provenance])).toEqual([
      ['5h', 'official'],
      ['credits', 'stale'],
    ]);
    expect(findBindingWindow(windows)).toBeNull();
  });

  it('is dropped with neither percentage nor amount', () => {
    expect(toLimitWindows([reading({ ...credits, amount: null })], nowMs)).toEqual([]);
  });

  it('is trusted for an hour', () => {
    const provenanceAfter = (ageMs: number) =>
      toOutlooks([reading({ ...credits, observedAtMs: nowMs - ageMs })])[0]?.provenance;
    expect([provenanceAfter(hour), provenanceAfter(hour + 1)]).toEqual(['official', 'stale']);
  });

  it('runs out when it has a percentage that is reached', () => {
    const spent = reading({ ...credits, usedPercent: 100, scope: 'month', resetsAtMs: nowMs + 200 * hour });
    expect(findBindingWindow(toOutlooks([spent]))?.id.scope).toBe('month');
  });
});
