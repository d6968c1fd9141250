import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { messages } from '../../messages.ts';

const { activity } = messages;

/** What Fuelgauge itself costs, ready to show. */
export interface OwnView {
  readonly text: string;
  readonly title: string;
}

/** Prepares Fuelgauge's own cost for display; null until it was measured. Shared memory counts once where that is known. */
export function toOwnView({ own }: SnapshotSections['processes'], nowMs: number): OwnView | null {
  if (own === null) return null;
  return {
    text: activity.own(own.cpuRatio, own.pssBytes ?? own.rssBytes),
    title: activity.ownTitle(Math.max(0, nowMs - own.sinceMs), own.writtenBytes, own.wakeUpsPerSecond),
  };
}
