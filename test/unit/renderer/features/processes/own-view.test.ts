import { describe, expect, it } from 'vitest';
import { toOwnView } from '../../../../../renderer/features/processes/own-view.ts';

const nowMs = Date.UTC(2026, 4, 1);
const own = {
  processes: 4,
  cpuRatio: 0.0012,
  sinceMs: nowMs - 3_600_000,
  rssBytes: 402_000_000,
  pssBytes: 251_000_000,
  writtenBytes: 1_840_000,
  wakeUpsPerSecond: 21,
};

describe('toOwnView', () => {
  it('says what Fuelgauge itself costs', () => {
    expect(toOwnView({ agents: [], orphans: [], own }, nowMs)).toEqual({
      text: 'Fuelgauge itself: 0.1% CPU, 251 MB',
      title: 'Measured over the last 1 h; 1.8 MB written to disk since it started; 21 wake-ups per second',
    });
  });

  it('leaves out what is not known', () => {
    const unknown = { ...own, cpuRatio: null, pssBytes: null, writtenBytes: null, wakeUpsPerSecond: null };
    expect(toOwnView({ agents: [], orphans: [], own: unknown }, nowMs)).toEqual({
      text: 'Fuelgauge itself: 402 MB',
      title: 'Measured over the last 1 h',
    });
    expect(toOwnView({ agents: [], orphans: [], own: null }, nowMs)).toBeNull();
  });
});
