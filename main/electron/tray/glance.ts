import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import type { TrayIconState } from './tray-icon.ts';

/** What the tray says of a snapshot: one state, one line. */
export interface Glance {
  readonly state: TrayIconState;
  readonly tooltip: string;
}

/** Sums a snapshot up for the tray. */
export function toGlance(snapshot: AppSnapshot, _nowMs: number): Glance {
  const { scan } = snapshot.sections;
  const state = scan.phase === 'paused' ? 'paused' : scan.phase === 'failed' ? 'error' : 'normal';
  return { state, tooltip: 'Fuelgauge' };
}
