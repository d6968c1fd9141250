import { statuslineAgents } from '../../../../shared/sources/registry.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import { toDataFolder } from '../../system/data-folder.ts';
import { findProgramFile, findStatuslineProgram } from '../../statusline/find-program.ts';
import { createStatuslineInstaller, type StatuslineInstaller } from '../../statusline/installer.ts';

/** The installer for this machine: of the agent that draws lines, with the program of this installation. */
export function createLocalStatuslineInstaller(options: {
  readonly environment: HostEnvironment;
  readonly dataFolder: string;
  readonly workingFolder: string | null;
  readonly nowMs: () => number;
}): StatuslineInstaller {
  const [agent] = statuslineAgents;
  const { environment, dataFolder } = options;
  return createStatuslineInstaller({
    ...options,
    agent,
    otherDataFolder: dataFolder === toDataFolder(environment) ? null : dataFolder,
    programFile: findProgramFile(),
    findProgram: findStatuslineProgram,
  });
}
