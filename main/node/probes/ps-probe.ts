import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { parseLsof, toLsofArguments } from './lsof-output.ts';
import { ProbeError } from './probe-error.ts';
import { parsePsTable, psColumns } from './ps-table.ts';
import { runProgram } from './run-program.ts';
import { shareRunningCall } from './share-running-call.ts';

const psOptions = { timeoutMs: 5_000, variables: { LC_ALL: 'C', TZ: 'UTC' } } as const;
/** lsof asks the kernel for every open file; a stuck network volume can make it wait. It exits with 1 when a pid is gone. */
const lsofOptions = { timeoutMs: 5_000, variables: { LC_ALL: 'C' }, acceptsExitCodes: [1] } as const;

/** Where macOS keeps the programs that the probe runs. */
export interface PsPrograms {
  readonly ps: string;
  readonly lsof: string;
}

/**
 * The macOS probe: runs `ps` for both of its column sets at once, and `lsof` when details are requested. Start times
 * have a resolution of one second.
 */
export function createPsProbe({ ps = '/bin/ps', lsof = '/usr/sbin/lsof' }: Partial<PsPrograms> = {}): ProcessProbe {
  return {
    sample: shareRunningCall(async () => {
      const [processes, executables] = await Promise.all([
        runProgram(ps, psColumns.processes, psOptions),
        runProgram(ps, psColumns.executables, psOptions),
      ]);
      const samples = parsePsTable(processes, executables);
      if (samples.length === 0) throw new ProbeError({ kind: 'unreadable-output', program: ps });
      return samples;
    }),
    async inspect(pids, kinds) {
      if (pids.length === 0) return [];
      return parseLsof(await runProgram(lsof, toLsofArguments(pids), lsofOptions), kinds);
    },
  };
}
