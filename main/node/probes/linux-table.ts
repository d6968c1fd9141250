import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import type { IsFollowed } from '../../../shared/ports/process-probe.ts';
import type { LinuxStat } from './linux-stat.ts';

/**
 * A process that is not followed is read again in one sweep of this many. Until then, an older shell that execs an
 * agent and a reused pid can be missed.
 */
const sweepsPerRound = 8;
/** A process older than this has its final command line; before that, scripts may still exec other programs. */
const finalAfterMs = 10_000;

/** What is known about one pid. */
interface Entry {
  readonly stat: LinuxStat;
  /** Null for kernel threads and zombies, which are left out. */
  readonly sample: ProcessSample | null;
  readonly isFinal: boolean;
  isFollowed: boolean;
}

/** The processes as the last sweeps read them, so that a sweep reads only what may have changed. */
export interface LinuxTable {
  /** The pids of this sweep whose stat lines have to be read. */
  begin(pids: readonly number[]): readonly number[];
  /** The sample that a process had, if it still runs the same program. */
  known(stat: LinuxStat): ProcessSample | null;
  put(stat: LinuxStat, sample: ProcessSample | null, nowMs: number): void;
  /** A process is gone. */
  drop(pid: number): void;
  /** Ends the sweep: determines what is followed from now on, and lists all samples. */
  end(isFollowed: IsFollowed): readonly ProcessSample[];
}

/** Builds an empty table. */
export function createLinuxTable(): LinuxTable {
  let entries = new Map<number, Entry>();
  let fresh: number[] = [];
  let sweep = 0;
  const isDue = (pid: number): boolean => {
    const entry = entries.get(pid);
    return entry === undefined || !entry.isFinal || entry.isFollowed || pid % sweepsPerRound === sweep % sweepsPerRound;
  };
  return {
    begin(pids) {
      sweep += 1;
      fresh = [];
      const next = new Map<number, Entry>();
      for (const pid of pids) {
        const entry = entries.get(pid);
        if (entry !== undefined) next.set(pid, entry);
      }
      entries = next;
      return pids.filter(isDue);
    },
    known(stat) {
      const entry = entries.get(stat.pid);
      // A different name with the same start time means that the process now runs another program.
      const isSame = entry?.stat.startTicks === stat.startTicks && entry.stat.comm === stat.comm && entry.isFinal;
      return isSame ? entry.sample : null;
    },
    put(stat, sample, nowMs) {
      const isFinal = sample === null || nowMs - sample.startedAtMs > finalAfterMs;
      const before = entries.get(stat.pid);
      // Once followed, always followed: what an agent left behind matters, too.
      const isFollowed = before?.isFollowed === true && before.stat.startTicks === stat.startTicks;
      entries.set(stat.pid, { stat, sample, isFinal, isFollowed });
      fresh.push(stat.pid);
    },
    drop: (pid) => void entries.delete(pid),
    end(isFollowed) {
      for (const pid of fresh) {
        const entry = entries.get(pid);
        if (entry !== undefined && entry.sample !== null && isFollowed(entry.sample)) entry.isFollowed = true;
      }
      for (const pid of fresh) inherit(entries, pid);
      const samples: ProcessSample[] = [];
      for (const { sample } of entries.values()) if (sample !== null) samples.push(sample);
      return samples;
    },
  };
}

/** What a followed process started is followed, too. */
function inherit(entries: ReadonlyMap<number, Entry>, pid: number): void {
  const path = new Set<Entry>();
  let entry = entries.get(pid);
  while (entry !== undefined && !entry.isFollowed && !path.has(entry)) {
    path.add(entry);
    entry = entries.get(entry.stat.parentPid);
  }
  if (entry?.isFollowed === true) for (const member of path) member.isFollowed = true;
}
