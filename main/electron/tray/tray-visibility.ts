import type { Dispose } from '../../../shared/lib/disposable.ts';
import { findTrayHost } from './tray-host.ts';

/** What prevents the tray icon from being seen; also the name of the problem that reports it. */
export type TrayObstacle = 'no-tray' | 'tray-hidden';

/**
 * When to check, counted from the start: at login, a desktop may start its tray, and macOS place its icons, after us.
 */
const checksAfterMs = [5_000, 15_000] as const;

/**
 * Reports once if the tray icon cannot be seen: on Linux if the desktop has no tray, on macOS if the system keeps the
 * icon off the screen (behind the notch, or switched off in its settings). Windows moves icons into its overflow, where
 * people find them. Returns a function that stops watching.
 */
export function watchTrayVisibility(options: {
  readonly platform: NodeJS.Platform;
  /** Whether the icon is on a display. Called on macOS only. */
  readonly isOnScreen: () => boolean;
  readonly findHost?: typeof findTrayHost;
  readonly onObstacle: (obstacle: TrayObstacle) => void;
}): Dispose {
  const { platform, findHost = findTrayHost } = options;
  let isStopped = false;
  const report = (obstacle: TrayObstacle): void => {
    if (!isStopped) options.onObstacle(obstacle);
  };
  const [first, second] = checksAfterMs;
  let timer: NodeJS.Timeout | undefined;
  const checkLater = (afterMs: number, run: () => void): void => {
    timer = setTimeout(run, afterMs);
    timer.unref();
  };
  if (platform === 'linux') {
    checkLater(first, () => void findHost().then((host) => host === 'absent' && report('no-tray')));
  } else if (platform === 'darwin') {
    checkLater(first, () => {
      if (options.isOnScreen()) return;
      checkLater(second - first, () => {
        if (!options.isOnScreen()) report('tray-hidden');
      });
    });
  }
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
