import type { ScanStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { formatBytes, formatInteger, formatPercent } from '../../../shared/format/numbers.ts';

/** The one word for the header, and what to say at length while the scan is not simply watching. */
export interface ScanView {
  readonly state: 'live' | 'busy' | 'paused' | 'failed';
  readonly label: string;
  /** Progress while reading; null otherwise. */
  readonly progress: { readonly percent: number | null; readonly text: string } | null;
}

/** Puts the scan's state into words. */
export function toScanView(scan: ScanStatus): ScanView {
  switch (scan.phase) {
    case 'starting':
      return { state: 'busy', label: 'Starting', progress: { percent: null, text: 'Looking for logs' } };
    case 'scanning':
      return {
        state: 'busy',
        label: `Reading logs, ${formatPercent(Math.floor(scan.percent))}`,
        progress: {
          percent: Math.floor(scan.percent),
          text: `${formatInteger(scan.filesDone)} of ${formatInteger(scan.filesTotal)} files, ${formatBytes(scan.bytesDone)} of ${formatBytes(scan.bytesTotal)}`,
        },
      };
    case 'watching':
      return { state: 'live', label: 'Live', progress: null };
    case 'following':
      return { state: 'live', label: 'Live, read by another Fuelgauge', progress: null };
    case 'paused':
      return { state: 'paused', label: 'Paused', progress: null };
    case 'failed':
      return { state: 'failed', label: 'Not reading', progress: null };
  }
}
