import type { ProcessProbe } from '../../../shared/ports/process-probe.ts';
import { ProbeError } from './probe-error.ts';
import { parsePsTable, psColumns } from './ps-table.ts';
import { runProgram } from './run-program.ts';
import { shareRunningCall } from './share-running-call.ts';

const psOptions = { timeoutMs: 5_000, variables: { LC_ALL: 'C', TZ: 'UTC' } } as const;

/** The macOS probe: runs `/bin/ps` for both of its column sets at once. Start times have a resolution of one second. */
export function createPsProbe(ps = '/bin/ps'): ProcessProbe {
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
  };
}
