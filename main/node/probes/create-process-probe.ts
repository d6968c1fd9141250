import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { toWindowsProgram } from '../system/system-programs.ts';
import { listRunningDistributions } from '../system/wsl-homes.ts';
import { createLinuxProbe } from './linux-probe.ts';
import { createPsProbe } from './ps-probe.ts';
import { runProgram } from './run-program.ts';
import { createWindowsProbe } from './windows-probe.ts';
import { createWslProbe, withWsl } from './wsl-probe.ts';
import { wslScript } from './wsl-table.ts';

/** A distribution that is still starting answers later; until then it has no processes. */
const timeoutMs = 5_000;

/**
 * Builds the probe for a platform (`process.platform`); other Unix systems use `ps`, and Windows has the processes of its
 * WSL distributions, too. Sweeps of one probe never overlap: a call during a sweep shares its result. `sample()` rejects with a sentence when the table cannot be read.
 */
export function createProcessProbe(platform: string = process.platform): ProcessProbe {
  if (platform === 'linux') return createLinuxProbe();
  return platform === 'win32' ? withWsl(createWindowsProbe(), createSystemWsl()) : createPsProbe();
}

function createSystemWsl(): ReturnType<typeof createWslProbe> {
  const wsl = toWindowsProgram('wsl.exe', process.env);
  return createWslProbe({
    listRunning: () => listRunningDistributions(wsl),
    runScript: (name) => runProgram(wsl, ['--distribution', name, '--exec', 'sh', '-c', wslScript], { timeoutMs }),
    nowMs: () => performance.now(),
  });
}
