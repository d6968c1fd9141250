import type { Problem } from '../domain/problem.ts';
import type { SettingsFailure } from '../domain/settings-failure.ts';
import type { Dispose } from '../lib/disposable.ts';
import type { Result } from '../lib/result.ts';
import type { Settings, SettingsPatch } from './schema.ts';

/** The user's settings, wherever they are stored. */
export interface SettingsStore {
  /** The settings as last read or written, each bad value replaced by its default. */
  get(): Settings;
  /** Stores some settings, one change at a time; fails when they cannot be stored, and then nothing has changed. */
  update(patch: SettingsPatch): Promise<Result<Settings, SettingsFailure>>;
  /**
   * From now on applies what other programs save. A file with something unusable changes nothing, and is a problem
   * until it is fixed. Missing where settings are only read.
   */
  follow?(): Dispose;
  /** Calls back with the settings after each change, and when what is wrong with them has changed. */
  onChange(listener: (settings: Settings) => void): Dispose;
  /** What is wrong with the stored settings: the file, and values in it that cannot be used. */
  problems(): readonly Problem[];
  /** Nothing has been stored yet: the first run on this data folder. */
  isFirstRun(): boolean;
}
