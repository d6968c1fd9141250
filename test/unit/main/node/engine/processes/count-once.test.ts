import { describe, expect, it } from 'vitest';
import { createCountOnce } from '../../../../../../main/node/engine/processes/count-once.ts';
import type { ProcessMeasurement } from '../../../../../../main/node/engine/processes/process-sampling.ts';
import { createProcessWatch } from '../../../../../../main/node/engine/processes/process-watch.ts';

const noSection = { agents: [], orphans: [], own: null };

describe('the filter of measurements', () => {
  it('counts no moment twice, whoever asks in between', async () => {
    let nowMs = 1_000_000;
    const probe = { sample: () => Promise.resolve([]), inspect: () => Promise.resolve([]) };
    const watch = createProcessWatch(probe, { nowMs: () => nowMs });
    const countOnce = createCountOnce();
    let countedMs = 0;
    const measure = async (afterMs: number): Promise<void> => {
      nowMs += afterMs;
      const uncounted = countOnce({ survey: await watch.sample(), section: noSection });
      countedMs += uncounted?.survey.elapsedMs ?? 0;
    };
    await measure(0);
    const startMs = nowMs;
    for (const afterMs of [10_000, 50, 0, 100, 10_000, 240, 1_000, 7]) await measure(afterMs);
    expect(countedMs).toBe(nowMs - startMs);
  });

  it('goes on at once after the clock was set back', () => {
    const countOnce = createCountOnce();
    const at = (atMs: number) =>
      countOnce({ survey: { atMs, elapsedMs: 10_000 } as ProcessMeasurement['survey'], section: noSection })?.survey
        .elapsedMs;
    expect([at(5_000_000), at(5_010_000), at(1_400_000), at(1_410_000), at(1_410_000)]).toEqual([
      ...[10_000, 10_000, 10_000, 10_000],
      undefined,
    ]);
  });
});
