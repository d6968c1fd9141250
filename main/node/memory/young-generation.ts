import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** More space for short-lived objects than this speeds up neither a scan nor a server, and only takes memory. */
const enoughBytes = 20 * 1024 * 1024;

/**
 * Builds a check to be called periodically during a scan, or while requests are served: it keeps V8 from giving this
 * process ever more space for short-lived objects (120 MB by default). A worker has its own limit; the main thread can
 * only be prevented from growing further. Electron is left alone: it may have frozen V8's flags.
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
