import type { Clock } from '../../../../shared/ports/clock.ts';
import type { GuestSystems } from '../../system/guest-systems.ts';
import type { FileFacts } from '../discovery/file-identity.ts';
import { createHotFiles, type HotFiles } from './hot-files.ts';
import type { WatchReliability } from './watch-reliability.ts';

/** Files of other systems are polled this many times more slowly: each poll has to ask whether the system runs. */
const guestSlowness = 60;

/**
 * Builds the polling of hot files, those of other systems on this machine included: they are polled rarely, each time
 * after asking whether their system still runs, and not at all while it sleeps.
 */
export function createPolledFiles(options: {
  readonly clock: Clock;
  readonly guests: GuestSystems;
  readonly onChange: (path: string) => void;
  readonly trust: (path: string) => WatchReliability;
  readonly readFacts: (path: string) => Promise<FileFacts>;
}): HotFiles {
  const { guests, readFacts } = options;
  const own = createHotFiles(options);
  const others = createHotFiles({
    ...options,
    slowness: guestSlowness,
    trust: () => 'partial',
    async readFacts(path) {
      await guests.refresh();
      if (guests.isAsleep(path)) throw new Error('its system has stopped; the sweep after its next start finds it');
      return readFacts(path);
    },
  });
  return {
    touch: (path, facts) => (guests.isGuest(path) ? others : own).touch(path, facts),
    setPaused(isPaused) {
      own.setPaused(isPaused);
      others.setPaused(isPaused);
    },
    close() {
      own.close();
      others.close();
    },
  };
}
