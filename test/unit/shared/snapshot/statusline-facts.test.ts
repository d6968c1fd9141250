import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySections } from '../../../../shared/snapshot/empty-sections.ts';
import { toLimitsOutlook, toLimitsSection } from '../../../../shared/snapshot/outlook.ts';
import { toStatuslineFacts } from '../../../../shared/snapshot/statusline-facts.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { findBinding } from '../../../../shared/statusline/first-window.ts';
import type { ReadingPatch } from '../../../support/make-reading.ts';
import { minute, nowMs, reading, weekly } from '../../../support/limit-outlooks.ts';
import { makeScene, makeStatus } from '../../../support/make-status.ts';

const toParts = (patches: readonly ReadingPatch[]) => {
  const limits = toLimitsSection(toLimitWindows(patches.map(reading), nowMs), []);
  const facts = toStatuslineFacts({ sections: { ...emptySections('UTC', nowMs), limits } }, [80, 95], nowMs);
  return { facts, ...toLimitsOutlook(limits, nowMs) };
};
const figuresOf = (
  window: { usedPercent: number | null; resetsAtMs: number | null; runsOutAtMs: number | null } | null,
) => (window === null ? null : [window.usedPercent, window.resetsAtMs, window.runsOutAtMs]);
const claude = { source: 'claude-code', provider: 'anthropic', name: 'claude' } as const;

describe('what stops first', () => {
  const windows = fc.constantFrom<ReadingPatch>({}, weekly, { ...weekly, scope: '7d opus', label: 'Opus' });
  const patches = fc.array(
    fc.record({
      window: windows,
      account: fc.constantFrom(null, 'ada', 'ben'),
      agent: fc.constantFrom({}, claude),
      usedPercent: fc.constantFrom(0, 20, 70, 90, 100),
      ageMs: fc.constantFrom(0, minute, 11 * minute, 400 * minute),
    }),
  );

  it('is the same window with the same time in a line about all agents', () => {
    fc.assert(
      fc.property(patches, (given) => {
        const { facts, binding } = toParts(
          given.map(({ window, agent, ageMs, ...rest }) => ({
            ...{ ...agent, ...window, ...rest },
            observedAtMs: nowMs - ageMs,
          })),
        );
        const found = findBinding(makeScene({ source: null, facts, nowMs }));
        expect(figuresOf(found)).toEqual(figuresOf(binding));
      }),
    );
  });

  it('is the same in a session that has told its own limits, whichever account it is', () => {
    const own = [
      { ...claude, account: 'ada', usedPercent: 88 },
      { ...claude, account: 'ada', ...weekly, usedPercent: 30 },
    ];
    const others = [
      { ...claude, account: 'ben', ...weekly, resetsAtMs: nowMs + 20 * 60 * minute, usedPercent: 100 },
      { ...claude, account: 'ben', usedPercent: 100 },
    ];
    for (const patchesOf of [own, [...own, ...others], [...others, ...own]]) {
      const { facts, binding } = toParts(patchesOf);
      const limits = own.map((patch) => {
        const { windowMinutes, usedPercent, resetsAtMs } = reading(patch);
        return { name: 'any', windowMinutes, usedPercent: usedPercent!, resetsAtMs };
      });
      const found = findBinding(makeScene({ facts, status: makeStatus({ limits }), nowMs }));
      expect(figuresOf(found)).toEqual(figuresOf(binding));
      expect(found?.title).toBe(patchesOf.length === 2 ? '5h' : 'week (ben)');
    }
  });
});
