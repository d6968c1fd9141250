import type { Dispose } from '../../../shared/lib/disposable.ts';
import { findTrayHost } from './tray-host.ts';

/** What keeps the tray icon from being seen; also the name of the problem that says so. */
export type TrayObstacle = 'no-tray' | 'tray-hidden';

/** When to look, counted from the start: a desktop may start its tray, and macOS place its icons, after us at login. */
const looksMs = [5_000, 15_000] as const;

/**
 * Reports once if the tray icon cannot be seen: on Linux if the desktop has no tray, on macOS if the system keeps the
 * icon off the screen (behind the notch, or switched off in its settings). Windows moves icons into its overflow, where
 * people find them. Returns the end of watching.
 */
export function watchTrayVisibility(options: {
  readonly platform: NodeJS.Platform;
  /** Whether the icon is where a display is. Asked on macOS only. */
  readonly isOnScreen: () => boolean;
  readonly findHost?: typeof findTrayHost;
  readonly onObstacle: (obstacle: TrayObstacle) => void;
}): Dispose {
  const { platform, findHost = findTrayHost } = options;
  let isStopped = false;
  const report = (obstacle: TrayObstacle): void => {
    if (!isStopped) options.onObstacle(obstacle);
  };
  const [first, second] = looksMs;
  let timer: NodeJS.Timeout | undefined;
  const look = (afterMs: number, run: () => void): void => {
    timer = setTimeout(run, afterMs);
    timer.unref();
  };
  if (platform === 'linux') {
    look(first, () => void findHost().then((host) => host === 'absent' && report('no-tray')));
  } else if (platform === 'darwin') {
    look(first, () => {
      if (options.isOnScreen()) return;
      look(second - first, () => {
        if (!options.isOnScreen()) report('tray-hidden');
      });
    });
  }
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
