import { writeSync } from 'node:fs';
import { dialog } from 'electron';

/** Wrong usage, as on the command line. */
const exitCode = 2;

/**
 * Says why and ends the process at once. Before Electron is ready nothing is listening yet, and no page exists. A
 * dialog says it too where programs started from a desktop have no terminal; on Linux none can be shown this early.
 */
export function refuseLaunch(sentence: string): never {
  writeSync(process.stderr.fd, `${sentence}\n`);
  if (process.platform !== 'linux') dialog.showErrorBox('Fuelgauge', sentence);
  process.exit(exitCode);
}
