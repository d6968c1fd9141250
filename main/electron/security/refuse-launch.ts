import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { dialog } from 'electron';

/** Wrong usage, as in the command line tool. */
const exitCode = 2;
const notificationMs = 3_000;

/**
 * Reports the reason and ends the process at once. Before Electron is ready nothing is listening yet, and no page
 * exists. Where no terminal shows it, a dialog reports it too, or on Linux, where none can be shown this early, a
 * notification.
 */
export function refuseLaunch(sentence: string): never {
  writeSync(process.stderr.fd, `${sentence}\n`);
  if (process.platform !== 'linux') {
    dialog.showErrorBox('Fuelgauge', sentence);
  } else if (!process.stderr.isTTY) {
    // Without the program, or without a desktop, the text written above has to suffice.
    spawnSync('notify-send', ['--app-name=Fuelgauge', '--', 'Fuelgauge', sentence], { timeout: notificationMs });
  }
  process.exit(exitCode);
}
