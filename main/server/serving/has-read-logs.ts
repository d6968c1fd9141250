import type { ScanStatus } from '../../../shared/snapshot/app-snapshot.ts';

/** Whether every log has been read once, or another Fuelgauge reads them. */
export function hasReadLogs({ phase }: ScanStatus): boolean {
  return phase !== 'starting' && phase !== 'scanning' && phase !== 'failed';
}
