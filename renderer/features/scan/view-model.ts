import type { ScanStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { toWholePercent } from '../../../shared/lib/whole-percent.ts';
import { messages } from '../../messages.ts';

const words = messages.logs.scan;

/** A short label for the header, and details while logs are being read. */
export interface ScanView {
  readonly state: 'live' | 'busy' | 'paused' | 'failed';
  readonly label: string;
  /** Progress while reading; null otherwise. */
  readonly progress: { readonly percent: number | null; readonly text: string } | null;
}

/** Describes the state of the scan. */
export function toScanView(scan: ScanStatus): ScanView {
  switch (scan.phase) {
    case 'starting':
      return { state: 'busy', label: words.starting, progress: { percent: null, text: words.searching } };
    case 'scanning':
      return {
        state: 'busy',
        label: words.scanning(toWholePercent(scan.percent)),
        progress: {
          // Rounded as in the headline above it.
          percent: toWholePercent(scan.percent),
          text: words.filesAndBytes(scan.filesDone, scan.filesTotal, scan.bytesDone, scan.bytesTotal),
        },
      };
    case 'watching':
      return { state: 'live', label: words.live, progress: null };
    case 'following':
      return { state: 'live', label: words.following, progress: null };
    case 'paused':
      return { state: 'paused', label: words.paused, progress: null };
    case 'failed':
      return { state: 'failed', label: words.failed, progress: null };
  }
}
