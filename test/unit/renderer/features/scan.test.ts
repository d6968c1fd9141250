import { describe, expect, it } from 'vitest';
import { toScanView } from '../../../../renderer/features/scan/view-model.ts';

describe('toScanView', () => {
  it('does not round up to finished', () => {
    const scan = {
      phase: 'scanning',
      filesDone: 9,
      filesTotal: 10,
      bytesDone: 1,
      bytesTotal: 1,
      percent: 99.9,
    } as const;
    expect(toScanView(scan).progress?.percent).toBe(99);
    // Rounded as in the headline.
    expect(toScanView({ ...scan, percent: 91.6 }).progress?.percent).toBe(92);
    expect(toScanView({ ...scan, phase: 'failed' }).state).toBe('failed');
  });
});
