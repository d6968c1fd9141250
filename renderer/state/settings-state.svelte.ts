import type { Host } from '../../shared/contract/index.ts';
import { cleanText } from '../../shared/lib/clean-text.ts';
import { fail, type Result } from '../../shared/lib/result.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/schema.ts';
import { toFailureText } from '../bridge/host.ts';
import { messages } from '../messages.ts';

/** The settings as the host holds them, live. */
export interface SettingsState {
  /** Null until the host has answered for the first time. */
  readonly current: Settings | null;
  /** Saves immediately; fails with a sentence, and then nothing has changed. Never rejects. */
  update(patch: SettingsPatch): Promise<Result<Settings>>;
}

/** Follows the host's settings for the life of the page. */
export function createSettingsState(host: Host): SettingsState {
  let current = $state.raw<Settings | null>(null);
  host.on('settingsChanged', (settings) => (current = settings));
  host.call('settings').then(
    (settings) => (current = settings),
    // The page works without settings: thresholds have defaults, and the settings view shows that they are missing.
    () => undefined,
  );
  return {
    get current() {
      return current;
    },
    async update(patch) {
      try {
        const result = await host.call('updateSettings', patch);
        if (!result.ok) return fail(cleanText(messages.failures.settings(result.error)));
        current = result.value;
        return result;
      } catch (error) {
        return fail(toFailureText(error));
      }
    },
  };
}
