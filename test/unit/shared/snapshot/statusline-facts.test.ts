import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LimitForecast } from '../../../../shared/domain/forecast.ts';
import type { LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { describeTooltip } from '../../../../shared/snapshot/describe-tooltip.ts';
import { emptySections } from '../../../../shared/snapshot/empty-sections.ts';
import { toLimitsOutlook, toLimitsSection, toNearestLimit } from '../../../../shared/snapshot/outlook.ts';
import { createSnapshot } from '../../../../shared/snapshot/revisions.ts';
import { toStatuslineFacts } from '../../../../shared/snapshot/statusline-facts.ts';
import { toTrayFigures } from '../../../../shared/snapshot/tray-text.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { findBinding, findTopWindow } from '../../../../shared/statusline/first-window.ts';
import { createFakeBlock } from '../../../fakes/fake-sections.ts';
import type { ReadingPatch } from '../../../support/make-reading.ts';
import { minute, nowMs, reading, weekly } from '../../../support/limit-outlooks.ts';
import { makeScene, makeStatus } from '../../../support/make-status.ts';

const toParts = (patches: readonly ReadingPatch[], risks: readonly number[] = []) => {
  const windows = toLimitWindows(patches.map(reading), nowMs);
  const limits = toLimitsSection(
    windows,
    risks.map((risk, index) => forecastOf(windows[index]!, risk)),
  );
  const sections = { ...emptySections('UTC', nowMs), limits };
  return { sections, facts: toStatuslineFacts({ sections }, [80, 95], nowMs), ...toLimitsOutlook(limits, nowMs) };
};
function forecastOf({ id, source, resetsAtMs, usedPercent }: LimitWindow, probability: number): LimitForecast {
  const used = usedPercent!;
  return {
    ...{ id, source, asOfMs: nowMs, endMs: resetsAtMs!, observedAtMs: nowMs, usedPercent: used },
    percent: { p10: used, p25: used, p50: used, p75: used, p90: used },
    interval: { from: used, to: used },
    runOut: { probability, earlyMs: null, medianMs: null, lateMs: null },
  };
}
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

  it('is, where nothing does, the same window in the tray, in words and as a figure, and in a line', () => {
    for (const [risks, usedPercent, words] of [
      [[0.1, 0.01], 19, '5-hour limit: 1 in 10 that it runs out'],
      [[0.01, 0.01], 27, 'Weekly limit: 73%\u00a0left'],
    ] as const) {
      const { sections, facts } = toParts([{ usedPercent: 19 }, { ...weekly, usedPercent: 27 }], risks);
      const snapshot = createSnapshot(sections, nowMs);
      expect(describeTooltip(snapshot, createMessages(), nowMs)).toContain(words);
      expect(toTrayFigures(snapshot, nowMs).usedPercent).toBe(usedPercent);
      expect(findTopWindow(makeScene({ source: 'codex', facts, nowMs }))?.usedPercent).toBe(usedPercent);
    }
  });

  it('may be a block that is held against a plan, on every surface', () => {
    const block = { ...createFakeBlock(nowMs), limit: { ...createFakeBlock(nowMs).limit!, usedPercent: 100 } };
    const sections = { ...emptySections('UTC', nowMs), blocks: [block] };
    const facts = toStatuslineFacts({ sections }, [80, 95], nowMs);
    const figures = [100, block.block.endMs, block.block.lastAtMs];
    expect(figuresOf(toNearestLimit(sections, nowMs).binding)).toEqual(figures);
    expect(figuresOf(findBinding(makeScene({ source: null, facts, nowMs })))).toEqual(figures);
    expect(facts.binding?.isEstimated).toBe(true);
    expect(describeTooltip(createSnapshot(sections, nowMs), createMessages(), nowMs)).toContain('5-hour limit used up');
    expect(toTrayFigures(createSnapshot(sections, nowMs), nowMs)).toMatchObject({
      usedPercent: 100,
      isUncertain: true,
    });
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
