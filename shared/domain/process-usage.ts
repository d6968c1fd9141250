import type { SessionId } from './ids.ts';

/** Lengths of a slot: a minute at first, a quarter of an hour later. */
export const usageGrainsMs = [60_000, 900_000] as const;

/** What the processes of an agent used within one slot of time, for one session, or for none that is known. */
export interface ProcessUsage {
  /** Start of the slot, UTC milliseconds, a multiple of its length. */
  readonly startMs: number;
  readonly grainMs: (typeof usageGrainsMs)[number];
  readonly agent: string;
  readonly sessionId: SessionId | null;
  /** How long its trees ran and were measured. Two trees at once count twice. */
  readonly runningMs: number;
  /** The part of it in which they were busy. */
  readonly activeMs: number;
  /** CPU time of all of its processes; over `runningMs`, a ratio of one core. */
  readonly cpuMs: number;
  /** Resident memory over time, in KiB × ms: over `runningMs`, the mean of a tree. */
  readonly rssKibMs: number;
  /** The largest tree, in bytes and in processes. */
  readonly maxRssBytes: number;
  readonly maxProcesses: number;
}
