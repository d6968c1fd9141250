import { secondMs } from '../../../shared/domain/instant.ts';
import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { toWindowsProgram } from '../system/system-programs.ts';
import { ProbeError } from './probe-error.ts';
import { createResidentProgram } from './resident-program.ts';
import { runProgram } from './run-program.ts';
import { shareRunningCall } from './share-running-call.ts';
import { parseWindowsPorts, windowsPortsScript } from './windows-ports.ts';
import { parseWindowsTable, windowsTableScript } from './windows-table.ts';

const powershellPath = 'WindowsPowerShell\\v1.0\\powershell.exe';
/** PowerShell alone takes a second or two to start on a busy machine. */
const timeoutMs = 20_000;
/** Longer than the interval of samples while someone is watching, shorter than otherwise (`refresh/cadence.ts`). */
const idleMs = 12 * secondMs;

/** After this many failures in a row, it is started for each sample: one may be due to sleep or to a virus scanner. */
const maxFailures = 2;

const common = ['-NoLogo', '-NoProfile', '-NonInteractive'];

/**
 * A script as one line of PowerShell's input, followed by an empty one, which ends an incomplete statement. It
 * prints the mark whatever happens.
 */
export function framePowerShell(script: string, mark: string): string {
  return `try{${script};'${mark} ok'}catch{'${mark} failed'}\n\n`;
}

/** How the probe runs PowerShell; tests put another program in its place. */
export interface WindowsProbeOptions {
  readonly powershell?: string;
  readonly residentArgs?: readonly string[];
  readonly onceArgs?: (script: string) => readonly string[];
  readonly frame?: (script: string, mark: string) => string;
}

/**
 * The Windows probe: asks a PowerShell that stays as long as samples follow each other closely, because starting it takes
 * a second of a processor. Where it does not work like this, it is started for each sample. Open files, working
 * directories and shared memory are unknown.
 */
export function createWindowsProbe(options: WindowsProbeOptions = {}): ProcessProbe {
  const program = options.powershell ?? toWindowsProgram(powershellPath, process.env);
  const args = options.residentArgs ?? [...common, '-Command', '-'];
  const toOnceArgs = options.onceArgs ?? ((script) => [...common, '-Command', script]);
  const resident = createResidentProgram({ program, args, frame: options.frame ?? framePowerShell, timeoutMs, idleMs });
  let failures = 0;
  const parseWith = <Value>(output: string, parse: (output: string) => Value): Value => {
    try {
      return parse(output);
    } catch {
      throw new ProbeError({ kind: 'unreadable-output', program });
    }
  };
  const run = async <Value>(script: string, parse: (output: string) => Value): Promise<Value> => {
    if (failures < maxFailures) {
      try {
        const value = parseWith(await resident.ask(script), parse);
        failures = 0;
        return value;
      } catch {
        failures += 1;
        resident.close();
      }
    }
    return parseWith(await runProgram(program, toOnceArgs(script), { timeoutMs }), parse);
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
