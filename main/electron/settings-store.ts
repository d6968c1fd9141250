import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import { createProblem, type Problem, type SettingComplaint } from '../../shared/domain/problem.ts';
import type { Dispose } from '../../shared/lib/disposable.ts';
import { createEmitter } from '../../shared/lib/emitter.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { parseSettings } from '../../shared/settings/parse.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/schema.ts';

/** The person's settings, over `settings.json`. Names that this version does not know stay in the file. */
export interface SettingsStore {
  /** The settings as last read or written, each bad value replaced by its default. */
  get(): Settings;
  /** Stores some settings; a sentence when the file cannot be written (then nothing changed). */
  update(patch: SettingsPatch): Result<Settings>;
  /** Tells the settings after each change made here. */
  onChange(listener: (settings: Settings) => void): Dispose;
  /** What is wrong with the file: how it was found, and values in it that cannot be used. */
  problems(): readonly Problem[];
  /** There was no settings file: the app runs for the first time with this data folder. */
  isFirstRun(): boolean;
}

/**
 * Opens the settings of a data folder. A file that holds no JSON object is set aside as
 * `settings.invalid-<time>.json`, and defaults hold; when even that fails, settings live in memory.
 */
export function openSettingsStore(options: {
  readonly dataFolder: string;
  readonly nowMs: () => number;
  readonly logger: Logger;
}): SettingsStore {
  const { logger } = options;
  const file = path.join(options.dataFolder, 'settings.json');
  const changes = createEmitter<Settings>();
  const problems: Problem[] = [];
  const found = readStored(file);

  // Before the store is opened: it throws on a broken file, and would otherwise be told to clear it.
  if (found === 'broken') problems.push(setAside(file, options.nowMs(), logger));
  const store = openStore(options.dataFolder, logger);
  if (store === null) problems.push(createProblem('settings-unusable', { file }));

  let current = parseSettings(store === null ? {} : store.store);
  return {
    get: () => current.settings,
    update(patch) {
      let values = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      if (store === null) {
        current = parseSettings({ ...current.settings, ...values });
      } else {
        // Somebody may have broken the file while the app runs: what held until now goes into the new one.
        if (readStored(file) === 'broken') {
          setAside(file, options.nowMs(), logger);
          values = { ...current.settings, ...values };
        }
        try {
          // Writes the whole file anew beside the old one and renames it.
          store.set(values);
          current = parseSettings(store.store);
        } catch (error) {
          logger.error('cannot write settings.json', error);
          return fail('The settings could not be saved: settings.json cannot be written.');
        }
      }
      changes.emit(current.settings);
      return ok(current.settings);
    },
    onChange: (listener) => changes.on(listener),
    problems: () => [...problems, ...toProblems(current.complaints)],
    isFirstRun: () => found === 'missing',
  };
}

function toProblems(complaints: readonly SettingComplaint[]): readonly Problem[] {
  return complaints.length === 0 ? [] : [createProblem('settings-values', { complaints })];
}

function openStore(folder: string, logger: Logger): Store | null {
  try {
    return new Store({
      cwd: folder,
      name: 'settings',
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
    });
  } catch (error) {
    logger.error('cannot open settings.json', error);
    return null;
  }
}

function readStored(file: string): 'usable' | 'missing' | 'broken' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? 'missing' : 'broken';
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? 'usable' : 'broken';
  } catch {
    return 'broken';
  }
}

function setAside(file: string, nowMs: number, logger: Logger): Problem {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
  const aside = file.replace(/\.json$/, `.invalid-${stamp}.json`);
  try {
    renameSync(file, aside);
  } catch (error) {
    logger.error('cannot set the broken settings.json aside', error);
    return createProblem('settings-unusable', { file });
  }
  return createProblem('settings-invalid', { file, setAsideName: path.basename(aside) });
}
