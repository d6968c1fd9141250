import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { ServerSettings } from '../../../shared/settings/server-settings.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { Host } from '../../node/host/host.ts';

/** The settings that a server follows while it runs. */
export interface FollowedSettings {
  readonly get: () => ServerSettings;
  /**
   * Applies changed settings from now on, whichever client of this host changes them; `refresh` applies what is not
   * read through `get`. Returns a function that applies them now, and one that stops this.
   */
  follow(
    refresh: () => Promise<void>,
    logger: Pick<Logger, 'error'>,
  ): { readonly again: () => Promise<void>; readonly stop: Dispose };
}

/**
 * Builds them. What `read` fails with, or what `isUsable` doubts, changes nothing: somebody may still be writing the file.
 * Changes are followed one after another.
 */
export function createFollowedSettings(
  first: ServerSettings,
  parts: {
    readonly host: Pick<Host, 'settings'>;
    readonly read: () => Promise<Result<ServerSettings>>;
    readonly isUsable: () => Promise<boolean>;
  },
): FollowedSettings {
  let current = first;
  let last: Promise<void> = Promise.resolve();
  return {
    get: () => current,
    follow(refresh, logger) {
      const adapt = async (): Promise<void> => {
        const found = await parts.read();
        if (found.ok && (await parts.isUsable())) current = found.value;
        await refresh();
      };
      const again = (): Promise<void> => {
        last = last.then(adapt).catch((error: unknown) => logger.error('changed settings were not followed', error));
        return last;
      };
      return { again, stop: parts.host.settings.onChange(() => void again()) };
    },
  };
}
