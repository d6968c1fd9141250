import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findWatchReliability, toSweepDelay } from '../../../../../../main/node/ingest/watching/watch-reliability.ts';

describe('findWatchReliability', () => {
  it('trusts events on Linux only', async () => {
    expect(await findWatchReliability('darwin', [tmpdir()])).toBe('partial');
    expect(await findWatchReliability('win32', [tmpdir()])).toBe('partial');
  });

  it.runIf(process.platform === 'linux')('trusts them only if all folders are local', async () => {
    expect(await findWatchReliability('linux', [tmpdir()])).toBe('full');
    // Not a disk of this machine, and as unreliable as a network drive.
    expect(await findWatchReliability('linux', [tmpdir(), '/proc'])).toBe('partial');
  });

  it('does not trust them for missing folders', async () => {
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
  ] as const)('events: %s, failures: %s', (trust, hasFailures, seconds) => {
    expect(toSweepDelay(trust, hasFailures, 20)).toBe(seconds * 1_000);
  });

  it('spends at most half a percent of the time on checks, and checks at least four times an hour', () => {
    expect(toSweepDelay('broken', false, 2_000)).toBe(400_000);
    expect(toSweepDelay('full', true, 60_000)).toBe(900_000);
  });
});
