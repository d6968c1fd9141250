import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { toWindowsProgram } from '../system-programs.ts';
import { ProbeError } from './probe-error.ts';
import { runProgram } from './run-program.ts';
import { shareRunningCall } from './share-running-call.ts';
import { parseWindowsTable, windowsTableScript } from './windows-table.ts';

const powershellPath = 'WindowsPowerShell\\v1.0\\powershell.exe';
/** PowerShell alone takes a second or two to start on a busy machine. */
const timeoutMs = 20_000;

/** The Windows probe: runs PowerShell once per sweep. `powershell` is the path of its executable. */
export function createWindowsProbe(powershell = toWindowsProgram(powershellPath, process.env)): ProcessProbe {
  return {
    sample: shareRunningCall(async () => {
      const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', windowsTableScript];
      const output = await runProgram(powershell, args, { timeoutMs });
      try {
        return parseWindowsTable(output);
      } catch {
        throw new ProbeError({ kind: 'unreadable-output', program: powershell });
      }
    }),
  };
}
