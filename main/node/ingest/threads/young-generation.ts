import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** More room than this for short-lived objects makes a scan no faster, only larger. */
const enoughBytes = 20 * 1024 * 1024;

/**
 * Builds a check to be called now and then during a scan: it keeps V8 from giving this process more and more room for
 * short-lived objects (120 MB, left to itself). A worker has a limit of its own; the first thread can only be told not
 * to grow on. Electron is left alone: it may have frozen V8's flags.
 */
export function createYoungGenerationBound(): () => void {
  let isBound = process.versions['electron'] !== undefined;
  return () => {
    if (isBound || readYoungBytes() < enoughBytes) return;
    isBound = true;
    setFlagsFromString('--semi-space-growth-factor=1');
  };
}

function readYoungBytes(): number {
  return getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.physical_space_size ?? 0;
}
