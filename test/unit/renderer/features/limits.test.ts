import { describe, expect, it } from 'vitest';
import { toLimitsView, toLimitView } from '../../../../renderer/features/limits/view-model.ts';
import { dayMs, hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import type { LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { makeReading } from '../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const context = {
  nowMs,
  timeZone: 'UTC',
  thresholdsPercent: [75, 90],
  labelOf: (source: string) => (source === 'codex' ? 'Codex' : source),
};
const weekly: LimitWindow = {
  ...makeReading({
    windowMinutes: 10_080,
    usedPercent: 71,
    resetsAtMs: nowMs + 3.5 * dayMs,
    observedAtMs: nowMs - minuteMs,
  }),
  trustedUntilMs: nowMs + hourMs,
  runsOutAtMs: nowMs + dayMs + 3 * hourMs + 40 * minuteMs,
  pace: null,
};
const fiveHours: LimitWindow = {
  ...makeReading({ usedPercent: 20, resetsAtMs: weekly.resetsAtMs, observedAtMs: weekly.observedAtMs }),
  trustedUntilMs: nowMs + hourMs,
  runsOutAtMs: null,
  pace: null,
};

/** Sentences keep some words together with no-break spaces. */
function plain(text: string | null): string | null {
  return text?.replaceAll(/\s/g, ' ') ?? null;
}

describe('toLimitView', () => {
  it('shows when a window runs out, and how early', () => {
    const view = toLimitView(weekly, context);
    expect(plain(view.sentence)).toBe('Weekly limit runs out Fri 2:00 PM');
    expect(view.detail).toBe('In 1 d 3 h at this pace, 2 d 8 h before it resets.');
    expect(view.resetText).toBe('resets in 3 d 12 h');
    expect(view.owner).toBe('Codex · plus');
  });

  it('marks where steady use would be', () => {
    expect(toLimitView(weekly, context).elapsedPercent).toBeCloseTo(50);
    expect(toLimitView({ ...weekly, resetsAtMs: null }, context).elapsedPercent).toBeNull();
  });

  it('shows that a window will last', () => {
    const view = toLimitView({ ...weekly, runsOutAtMs: null }, context);
    expect(plain(view.sentence)).toBe('Weekly limit lasts until it resets');
  });

  it('shows how long a window stays used up', () => {
    const view = toLimitView({ ...fiveHours, usedPercent: 100, resetsAtMs: nowMs + hourMs }, context);
    expect(plain(view.sentence)).toBe('5-hour limit is used up until 11:20 AM');
    expect(view.level).toBe('critical');
  });

  it('claims no more than an old reading shows', () => {
    const view = toLimitView({ ...weekly, trustedUntilMs: nowMs - 1, observedAtMs: nowMs - 3 * hourMs }, context);
    expect(plain(view.sentence)).toBe('Weekly limit: at least 71% used');
    expect(view.ageText).toBe('3 h ago');
  });

  it('does not show a window as current that has since reset', () => {
    const view = toLimitView({ ...weekly, resetsAtMs: nowMs - minuteMs }, context);
    expect(plain(view.sentence)).toBe('Weekly limit has reset');
    expect(view.elapsedPercent).toBeNull();
  });

  it('takes levels from the thresholds', () => {
    const level = (usedPercent: number): string => toLimitView({ ...weekly, usedPercent }, context).level;
    expect([74, 75, 89.9, 90].map(level)).toEqual(['normal', 'warning', 'warning', 'critical']);
  });
});

describe('a limit of credits', () => {
  it('shows the amount that is left, and no meter', () => {
    const credits: LimitWindow = {
      ...makeReading({
        windowMinutes: null,
        usedPercent: null,
        amount: { unit: 'credits', used: null, limit: null, remaining: 1_250 },
        observedAtMs: nowMs,
      }),
      trustedUntilMs: nowMs + hourMs,
      runsOutAtMs: null,
      pace: null,
    };
    expect(toLimitView(credits, context)).toMatchObject({
      name: 'Credits',
      sentence: '1.3K credits left',
      usedPercent: null,
      usedText: null,
      leftText: '1.3K credits left',
      level: 'normal',
      elapsedPercent: null,
    });
  });
});

describe('toLimitsView', () => {
  it('puts the binding window first', () => {
    const view = toLimitsView({ forecasts: [], windows: [fiveHours, weekly] }, context);
    expect(view.binding?.name).toBe('Weekly limit');
    expect(view.others.map((other) => other.name)).toEqual(['5-hour limit']);
    expect(view.alert).toBe('');
  });

  it('marks a reading as stale when its time is over, without a new snapshot', () => {
    const limits = { forecasts: [], windows: [fiveHours, weekly] };
    const at = (laterMs: number) => toLimitsView(limits, { ...context, nowMs: nowMs + laterMs }).binding;
    expect(at(hourMs)).toMatchObject({ name: 'Weekly limit', provenance: 'official', ageText: null });
    expect(at(hourMs + 1)).toMatchObject({
      name: 'Weekly limit',
      provenance: 'stale',
      ageText: '1 h 1 min ago',
    });
  });

  it('puts the fullest window first when there is no binding window', () => {
    expect(
      toLimitsView({ forecasts: [], windows: [fiveHours, { ...weekly, runsOutAtMs: null }] }, context).binding?.name,
    ).toBe('Weekly limit');
  });

  it('has no binding window without windows', () => {
    expect(toLimitsView({ forecasts: [], windows: [] }, context)).toEqual({ binding: null, others: [], alert: '' });
  });

  it('announces a window that is nearly used up', () => {
    const view = toLimitsView({ forecasts: [], windows: [{ ...weekly, usedPercent: 92 }] }, context);
    expect(view.alert).toBe('Codex · plus: Weekly limit, 92% used.');
  });
});
