import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { createLinuxProbe } from './linux-probe.ts';
import { createPsProbe } from './ps-probe.ts';
import { createWindowsProbe } from './windows-probe.ts';

/**
 * Builds the probe for a platform (`process.platform`); other Unix systems use `ps`. Sweeps of one probe never overlap:
 * a call during a sweep shares its result. `sample()` rejects with a sentence when the table cannot be read.
 */
export function createProcessProbe(platform: string = process.platform): ProcessProbe {
  if (platform === 'linux') return createLinuxProbe();
  return platform === 'win32' ? createWindowsProbe() : createPsProbe();
}
