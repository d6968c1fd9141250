import { statfs } from 'node:fs/promises';
import { minuteMs, secondMs } from '../../../../shared/domain/instant.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';

/**
 * How far the system's events about files can be trusted. `full`: every write is told at once. `partial`: writes may
 * stay untold, for as long as a file is open (FSEvents, ReadDirectoryChangesW) or for ever (another machine wrote).
 * `broken`: the system would not watch every folder.
 */
export type WatchReliability = 'full' | 'partial' | 'broken';

/**
 * File systems of Linux (statfs(2), `f_type`) whose every change comes through this kernel, so that inotify tells it.
 * FUSE, NFS, SMB, 9p (WSL's and virtual machines' shared folders) and whatever is not known are none.
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

/** Tells how far events about these folders can be trusted; only those of Linux about local folders fully. */
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

/** Looking may take half a percent of the time, unless that meant never to look. */
const restPerLook = 200;
const longestRestMs = 15 * minuteMs;

/**
 * How long after a look at all folders the next one comes, which finds what events did not tell. `hasTrouble`: some
 * file could not be read or the ledger not be written, and another look is another try. `lastTookMs`: how long the last one
 * took, since looking at a hundred thousand files must not take a part of a core for ever.
 */
export function toSweepDelay(trust: WatchReliability, hasTrouble: boolean, lastTookMs: number): number {
  const wantedMs = trust === 'broken' ? 15 * secondMs : trust === 'full' && !hasTrouble ? 5 * minuteMs : minuteMs;
  return Math.max(wantedMs, Math.min(lastTookMs * restPerLook, longestRestMs));
}
