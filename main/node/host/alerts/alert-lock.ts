import type { Logger } from '../../../../shared/ports/logger.ts';
import { claimFolder, type FolderClaim } from '../../engine/ledger/folder-claim.ts';

/**
 * Decides which host of a data folder raises alerts: never two at once, and another one as soon as that one ends,
 * however it ends.
 */
export interface AlertLock {
  /** Returns whether this host has the lock; takes it if no other host does. */
  take(): boolean;
  /** Whether this host may keep it: it must yield to the desktop app, which alone can show notifications. */
  mayKeep(): boolean;
  /** Gives it up, until `take`. */
  release(): void;
}

const lockName = 'alerts';
/** Held by a desktop app as long as it runs, whether it alerts already or waits for a server to make room. */
const desktopName = 'alerts-desktop';

/** Decides whether a host raises the alerts of a data folder. Without a lock that cannot be known, so this host raises none. */
export function createAlertLock(options: {
  readonly dataFolder: string;
  readonly isDesktop: boolean;
  readonly logger: Logger;
}): AlertLock {
  const { dataFolder, isDesktop, logger } = options;
  let held: FolderClaim | null = null;
  let presence: FolderClaim | null = null;
  let isFailureKnown = false;

  const claim = (name: string): FolderClaim | null => {
    const claimed = claimFolder(dataFolder, name);
    if (claimed.ok) return claimed.value;
    if (claimed.error !== 'busy' && !isFailureKnown) {
      isFailureKnown = true;
      logger.error('it is not known which host raises alerts, so this one raises none', claimed.error);
    }
    return null;
  };
  const isDesktopElsewhere = (): boolean => {
    if (isDesktop) {
      presence ??= claim(desktopName);
      return false;
    }
    const probe = claim(desktopName);
    probe?.release();
    return probe === null;
  };
  const isHeld = (): boolean => held?.isInPlace() === true;
  return {
    take() {
      if (isDesktopElsewhere()) return false;
      held ??= claim(lockName);
      return isHeld();
    },
    mayKeep: () => isHeld() && !isDesktopElsewhere(),
    release() {
      held?.release();
      presence?.release();
      held = presence = null;
    },
  };
}
