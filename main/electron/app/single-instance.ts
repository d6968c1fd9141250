import type { App } from 'electron';
import { parseAppArguments } from './paths.ts';

/**
 * Takes the lock that only one running Fuelgauge per data folder holds; false means that another one has it, and this
 * process must leave. Call it first, right after `userData` is set: the lock lives there. The holder is told
 * when somebody starts the app again, unless that start was a login item's.
 */
export function takeSingleInstanceLock(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  onSecondInstance: () => void,
): boolean {
  // macOS enforces this for launches from the Finder only, not for those from a terminal.
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, workingFolder) => {
    if (!parseAppArguments(argv, workingFolder).isHidden) onSecondInstance();
  });
  return true;
}
