import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorTo, minuteMs } from '../../../../shared/domain/instant.ts';
import { mergeProcessUsage, toProcessUsage, toQuarterHour } from '../../../../shared/processes/usage-series.ts';
import { makeProcess } from '../../../fakes/cli-host.ts';

const startMs = Date.UTC(2026, 4, 1, 12);

describe('toProcessUsage', () => {
  it('splits a measurement among the minutes that it touches', () => {
    const agent = makeProcess({ cpuRatio: 0.5, rssBytes: 2_048_000 });
    const rows = toProcessUsage([agent], 90_000, startMs + 2 * minuteMs);
    expect(rows.map((row) => [row.startMs - startMs, row.runningMs, row.cpuMs, row.rssKibMs])).toEqual([
      [0, 30_000, 15_000, 2_000 * 30_000],
      [minuteMs, 60_000, 30_000, 2_000 * 60_000],
    ]);
    expect(rows[0]).toMatchObject({
      agent: 'claude-code',
      sessionId: null,
      activeMs: 30_000,
      maxRssBytes: 2_048_000,
      maxProcesses: 3,
    });
  });

  it('counts a tree that does next to nothing as running, not as active', () => {
    const [row] = toProcessUsage([makeProcess({ cpuRatio: 0.01 })], 1_000, startMs + 1_000);
    expect(row).toMatchObject({ runningMs: 1_000, activeMs: 0, cpuMs: 10 });
  });

  it('adds up trees of the same session, and leaves out what is not known', () => {
    const session = { source: 'claude-code', sessionId: 's-1', confidence: 'certain', evidence: 'folder' } as const;
    const trees = [makeProcess({ session }), makeProcess({ session, pid: 9 }), makeProcess({ cpuRatio: null })];
    expect(toProcessUsage(trees, 1_000, startMs + 1_000)).toMatchObject([{ sessionId: 's-1', runningMs: 2_000 }]);
    expect(toProcessUsage(trees, 0, startMs)).toEqual([]);
  });

  it('loses and gains nothing, wherever the minutes begin', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400_000 }),
        fc.integer({ min: 0, max: minuteMs }),
        (elapsedMs, offsetMs) => {
          const rows = toProcessUsage([makeProcess({ cpuRatio: 1 })], elapsedMs, startMs + offsetMs);
          expect(rows.reduce((sum, row) => sum + row.runningMs, 0)).toBe(elapsedMs);
          expect(rows.every((row) => row.startMs === floorTo(row.startMs, minuteMs) && row.runningMs <= minuteMs)).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('mergeProcessUsage', () => {
  it('sums minutes of one quarter of an hour', () => {
    const rows = toProcessUsage([makeProcess({ cpuRatio: 1 })], 10 * minuteMs, startMs + 10 * minuteMs);
    expect(mergeProcessUsage(rows.map(toQuarterHour))).toMatchObject([
      { startMs, grainMs: 900_000, runningMs: 600_000, cpuMs: 600_000 },
    ]);
  });
});
