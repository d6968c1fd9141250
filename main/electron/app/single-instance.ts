import type { App } from 'electron';
import { parseAppArguments } from './paths.ts';

/**
 * Takes the lock that only one running Fuelgauge per data folder can hold; false means that another one has it, and
 * this process must exit. Call it first, right after `userData` is set: the lock is stored there. The holder is
 * notified when someone starts the app again, unless a login item did.
 */
export function takeSingleInstanceLock(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  onSecondInstance: () => void,
): boolean {
  // macOS enforces this only for launches from the Finder, not for those from a terminal.
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, workingFolder) => {
    if (!parseAppArguments(argv, workingFolder).isHidden) onSecondInstance();
  });
  return true;
}
