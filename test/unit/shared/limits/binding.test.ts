import { describe, expect, it } from 'vitest';
import { findBindingWindow } from '../../../../shared/limits/binding.ts';
import type { ReadingPatch } from '../../../support/make-reading.ts';
import { minute, nowMs, reading, toOutlooks, weekly } from '../../../support/limit-outlooks.ts';

describe('findBindingWindow', () => {
  const binding = (...patches: readonly ReadingPatch[]): string | null => {
    const readings = patches.map((patch, index) => reading({ name: `limit-${index}`, observedAtMs: nowMs, ...patch }));
    return findBindingWindow(toOutlooks(readings))?.id.name ?? null;
  };

  it('is the one that runs out first', () => {
    // Weekly: 90 % in 4 of 7 days, the rest lasts 10.7 hours; 5-hour: 20 minutes
    expect(binding({ ...weekly, usedPercent: 90 }, { usedPercent: 90 })).toBe('limit-1');
    expect(binding({ ...weekly, usedPercent: 90 }, { usedPercent: 50 })).toBe('limit-0');
    expect(binding({ usedPercent: 90 }, { ...weekly, usedPercent: 90 })).toBe('limit-0');
    expect(binding({ usedPercent: 90 }, { usedPercent: 90 })).toBe('limit-0');
  });

  it('is the one that resets last, of those used up', () => {
    expect(binding({ usedPercent: 100 }, { ...weekly, usedPercent: 100 }, { usedPercent: 99 })).toBe('limit-1');
    expect(binding({ ...weekly, usedPercent: 100 }, { usedPercent: 100 })).toBe('limit-0');
    expect(binding({ usedPercent: 100 }, { usedPercent: 100 })).toBe('limit-0');
  });

  it('is one that is used up rather than one that will be, whichever resets first', () => {
    expect(binding({ ...weekly, usedPercent: 90 }, { usedPercent: 100 })).toBe('limit-1');
    expect(binding({ usedPercent: 100 }, { ...weekly, usedPercent: 90 })).toBe('limit-0');
  });

  it('is not one whose reading is too old, unless it is used up', () => {
    const old = { observedAtMs: nowMs - 11 * minute };
    expect(binding({ usedPercent: 90, ...old }, { ...weekly, usedPercent: 90 })).toBe('limit-1');
    expect(binding({ usedPercent: 90, ...old })).toBeNull();
    expect(binding({ usedPercent: 100, ...old }, { ...weekly, usedPercent: 90 })).toBe('limit-0');
  });

  it('is null when all windows last', () => {
    expect(binding({ usedPercent: 10 }, { ...weekly, usedPercent: 10 })).toBeNull();
    expect(binding()).toBeNull();
  });
});

describe('windows of one plan', () => {
  const bindingOf = (...patches: readonly ReadingPatch[]) => {
    const found = findBindingWindow(toOutlooks(patches.map((patch) => reading({ observedAtMs: nowMs, ...patch }))));
    return found === null ? null : [found.id.account, found.id.scope];
  };
  const model = { ...weekly, scope: '7d satin', label: 'Satin' };

  it('say nothing while another one that is used up lasts longer', () => {
    expect(bindingOf({ usedPercent: 90 }, { ...weekly, usedPercent: 100 })).toEqual([null, '7d']);
    expect(bindingOf({ usedPercent: 100 }, { ...weekly, usedPercent: 100 })).toEqual([null, '7d']);
    expect(bindingOf({ usedPercent: 90 }, { ...weekly, usedPercent: 100, account: 'ben' })).toEqual(['ben', '7d']);
  });

  it('go on while only one model is used up, but that comes before what will be', () => {
    expect(bindingOf({ ...model, usedPercent: 100 }, { usedPercent: 20 })).toEqual([null, '7d satin']);
    expect(bindingOf({ ...model, usedPercent: 100 }, { usedPercent: 100 })).toEqual([null, '5h']);
    // The model's week runs out first, though the plan's has more left.
    expect(bindingOf({ ...model, usedPercent: 95 }, { ...weekly, usedPercent: 80 })).toEqual([null, '7d satin']);
  });

  it('do not bind by what is paid beyond the plan', () => {
    const spent = { windowMinutes: null, scope: 'spend', usedPercent: 100, resetsAtMs: null };
    expect(bindingOf(spent, { usedPercent: 20 })).toBeNull();
    expect(bindingOf(spent, { usedPercent: 90 })).toEqual([null, '5h']);
    expect(bindingOf(spent)).toEqual([null, 'spend']);
  });
});
