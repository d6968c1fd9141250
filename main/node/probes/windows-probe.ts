import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { toWindowsProgram } from '../system-programs.ts';
import { ProbeError } from './probe-error.ts';
import { runProgram } from './run-program.ts';
import { shareRunningCall } from './share-running-call.ts';
import { parseWindowsPorts, windowsPortsScript } from './windows-ports.ts';
import { parseWindowsTable, windowsTableScript } from './windows-table.ts';

const powershellPath = 'WindowsPowerShell\\v1.0\\powershell.exe';
/** PowerShell alone takes a second or two to start on a busy machine. */
const timeoutMs = 20_000;

/**
 * The Windows probe: runs PowerShell once per sweep, and once when somebody asks for ports. Open files, working
 * directories and shared memory are unknown. `powershell` is the path of its executable.
 */
export function createWindowsProbe(powershell = toWindowsProgram(powershellPath, process.env)): ProcessProbe {
  const run = async <Value>(script: string, parse: (output: string) => Value): Promise<Value> => {
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
    const output = await runProgram(powershell, args, { timeoutMs });
    try {
      return parse(output);
    } catch {
      throw new ProbeError({ kind: 'unreadable-output', program: powershell });
    }
  };
  return {
    sample: shareRunningCall(() => run(windowsTableScript, parseWindowsTable)),
    async inspect(pids, kinds) {
      const ports =
        kinds.includes('ports') && pids.length > 0 ? await run(windowsPortsScript, parseWindowsPorts) : null;
      return pids.map((pid) => ({
        pid,
        cwd: null,
        openFiles: null,
        pssBytes: null,
        ports: ports === null ? null : (ports.get(pid) ?? []),
      }));
    },
  };
}
