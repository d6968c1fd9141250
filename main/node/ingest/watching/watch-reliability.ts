import { statfs } from 'node:fs/promises';
import { minuteMs, secondMs } from '../../../../shared/domain/instant.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';

/**
 * How far file system events can be trusted. `full`: every write is reported at once. `partial`: writes may go
 * unreported, for as long as a file is open (FSEvents, ReadDirectoryChangesW) or forever (another machine wrote).
 * `broken`: the system would not watch every folder.
 */
export type WatchReliability = 'full' | 'partial' | 'broken';

/**
 * Linux file systems (statfs(2), `f_type`) on which every change goes through this kernel, so that inotify reports it.
 * FUSE, NFS, SMB, 9p (shared folders of WSL and virtual machines) and unknown ones do not qualify.
 */
const localFileSystems: ReadonlySet<number> = new Set([
  0xef53, // ext2, ext3, ext4
  0x5846_5342, // xfs
  0x9123_683e, // btrfs
  0x2fc1_2fc1, // zfs
  0xf2f5_2010, // f2fs
  0xca45_1a4e, // bcachefs
  0x3153_464a, // jfs
  0x0102_1994, // tmpfs
  0x794c_7630, // overlayfs
  0xf15f, // ecryptfs
]);

/** Determines how far events about these folders can be trusted; fully only on Linux with local folders. */
export async function findWatchReliability(
  platform: HostEnvironment['platform'],
  folders: readonly string[],
): Promise<'full' | 'partial'> {
  if (platform !== 'linux') return 'partial';
  const areLocal = await Promise.all([...new Set(folders)].map(isLocal));
  return areLocal.includes(false) ? 'partial' : 'full';
}

async function isLocal(folder: string): Promise<boolean> {
  try {
    return localFileSystems.has((await statfs(folder)).type);
  } catch {
    return false;
  }
}

/** Sweeps may take half a percent of the time, unless that meant never sweeping. */
const restPerSweep = 200;
const maxRestMs = 15 * minuteMs;

/**
 * The delay between two sweeps, which find what events missed. `hasFailures`: a file could not be read or the ledger
 * could not be written, and another sweep is another attempt. `lastTookMs`: how long the last sweep took, since
 * checking a hundred thousand files must not permanently occupy part of a core.
 */
export function toSweepDelay(trust: WatchReliability, hasFailures: boolean, lastTookMs: number): number {
  const wantedMs = trust === 'broken' ? 15 * secondMs : trust === 'full' && !hasFailures ? 5 * minuteMs : minuteMs;
  return Math.max(wantedMs, Math.min(lastTookMs * restPerSweep, maxRestMs));
}
