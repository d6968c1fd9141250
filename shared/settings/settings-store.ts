import type { Problem } from '../domain/problem.ts';
import type { Dispose } from '../lib/disposable.ts';
import type { Result } from '../lib/result.ts';
import type { Settings, SettingsPatch } from './schema.ts';

/** The person's settings, wherever they are kept. */
export interface SettingsStore {
  /** The settings as last read or written, each bad value replaced by its default. */
  get(): Settings;
  /** Stores some settings, one change after another; a sentence when they cannot be kept (then nothing changed). */
  update(patch: SettingsPatch): Promise<Result<Settings>>;
  /** Calls back with the settings after each change made here. */
  onChange(listener: (settings: Settings) => void): Dispose;
  /** What is wrong with what is kept: the file, and values in it that cannot be used. */
  problems(): readonly Problem[];
  /** Nothing was kept yet: the first run on this data folder. */
  isFirstRun(): boolean;
}
