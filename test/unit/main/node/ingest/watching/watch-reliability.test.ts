import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findWatchReliability, toSweepDelay } from '../../../../../../main/node/ingest/watching/watch-reliability.ts';

describe('findWatchReliability', () => {
  it('trusts events on Linux alone', async () => {
    expect(await findWatchReliability('darwin', [tmpdir()])).toBe('partial');
    expect(await findWatchReliability('win32', [tmpdir()])).toBe('partial');
  });

  it.runIf(process.platform === 'linux')('trusts them about local folders alone, and all must be', async () => {
    expect(await findWatchReliability('linux', [tmpdir()])).toBe('full');
    // Not a disk of this machine, and as little known to it as a network drive.
    expect(await findWatchReliability('linux', [tmpdir(), '/proc'])).toBe('partial');
  });

  it('does not trust them about what is not there', async () => {
    expect(await findWatchReliability('linux', [join(tmpdir(), 'fuelgauge-nowhere')])).toBe('partial');
  });
});

describe('toSweepDelay', () => {
  it.each([
    ['full', false, 300],
    ['full', true, 60],
    ['partial', false, 60],
    ['partial', true, 60],
    ['broken', false, 15],
    ['broken', true, 15],
  ] as const)('events: %s, trouble: %s', (trust, hasTrouble, seconds) => {
    expect(toSweepDelay(trust, hasTrouble, 20)).toBe(seconds * 1_000);
  });

  it('lets looking take half a percent of the time at most, and looks four times an hour at least', () => {
    expect(toSweepDelay('broken', false, 2_000)).toBe(400_000);
    expect(toSweepDelay('full', true, 60_000)).toBe(900_000);
  });
});
