import { rename } from 'node:fs/promises';
import path from 'node:path';
import { createProblem, type Problem } from '../../../../shared/domain/problem.ts';
import type { SettingsFailure } from '../../../../shared/domain/settings-failure.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { SettingsStore } from '../../../../shared/settings/settings-store.ts';
import { defaultDesktopSettings } from '../../../../shared/settings/desktop-choices.ts';
import { parseSettings, type ParsedSettings } from '../../../../shared/settings/parse.ts';
import type { Settings, SettingsPatch } from '../../../../shared/settings/schema.ts';
import type { WriteSettings } from './file-writer.ts';
import { readStoredSettings, settingsFileName } from './read-stored.ts';
import { watchFile } from './watch-file.ts';

/** The first values in a new folder. */
const welcomeValues: SettingsPatch = { desktop: { ...defaultDesktopSettings, showsWelcome: true } };

/** What a store needs. */
export interface SettingsStoreOptions {
  readonly dataFolder: string;
  readonly nowMs: () => number;
  readonly logger: Logger;
  /** Builds what writes the file: electron-store in the desktop app, `createFileWriter` elsewhere. Throws if it cannot. */
  readonly createWriter: (file: string) => WriteSettings;
  /** Whether a folder without settings begins with what was found (see `showsWelcome`). */
  readonly welcomes?: boolean;
}

/** The settings file. */
interface SettingsFile {
  readonly path: string;
  readonly write: WriteSettings | null;
  /** Moves a broken file out of the way; resolves to the problem to show. */
  setAside(): Promise<Problem>;
}

/**
 * Opens the settings of a data folder. A file that holds no JSON object is set aside as
 * `settings.invalid-<time>.json`, and the defaults apply; when even that fails, settings live in memory. Settings that
 * this version does not know stay in the file.
 */
export async function openSettingsStore(options: SettingsStoreOptions): Promise<SettingsStore> {
  const file = path.join(options.dataFolder, settingsFileName);
  const found = await readStoredSettings(file);
  const isBroken = found.kind === 'invalid' || found.kind === 'unreadable';
  const setAside = (): Promise<Problem> => moveAside(file, options);
  const broken = isBroken ? await setAside() : null;
  const isStuck = broken?.id === 'settings-unusable';
  const write = isStuck ? null : buildWriter(file, options);
  const problems = [broken, write === null && !isStuck ? createProblem('settings-unusable', { file }) : null];
  // Written with the first change only, such as finishing the welcome.
  const unwritten = found.kind === 'missing' && options.welcomes === true ? welcomeValues : {};
  return createStore({
    file: { path: file, write, setAside },
    first: parseSettings(found.kind === 'values' ? found.values : unwritten),
    unwritten,
    isFirstRun: found.kind === 'missing',
    problems: problems.filter((problem) => problem !== null),
    logger: options.logger,
  });
}

function createStore(options: {
  readonly file: SettingsFile;
  readonly first: ParsedSettings;
  /** Values that hold already, and are stored with the first change. */
  readonly unwritten: SettingsPatch;
  readonly isFirstRun: boolean;
  readonly problems: readonly Problem[];
  readonly logger: Logger;
}): SettingsStore {
  const changes = createEmitter<Settings>();
  let current = options.first;
  let { unwritten } = options;
  let notApplied: Problem | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const update = async (patch: SettingsPatch): Promise<Result<Settings, SettingsFailure>> => {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    try {
      current = parseSettings(await store(options.file, current.settings, { ...unwritten, ...given }));
      unwritten = {};
      notApplied = null;
    } catch (error) {
      options.logger.error('cannot write settings.json', error);
      return fail({ kind: 'not-written' });
    }
    changes.emit(current.settings);
    return ok(current.settings);
  };
  const applySaved = async (): Promise<void> => {
    const found = await readStoredSettings(options.file.path);
    // The file may have been removed to write another one.
    if (found.kind === 'missing') return;
    const next = found.kind === 'values' ? parseSettings(found.values) : null;
    const isUsable = next !== null && next.complaints.length === 0;
    const before = JSON.stringify([current, notApplied]);
    if (isUsable) current = next;
    // What was wrong with the file from the start is known.
    const isKnown = JSON.stringify(next) === JSON.stringify(current);
    notApplied = isUsable || isKnown ? null : createProblem('settings-not-applied', { file: options.file.path });
    if (JSON.stringify([current, notApplied]) !== before) changes.emit(current.settings);
  };
  return {
    get: () => current.settings,
    follow: () =>
      watchFile(options.file.path, () => {
        last = last.then(applySaved);
      }),
    update(patch) {
      const result = last.then(() => update(patch));
      last = result;
      return result;
    },
    onChange: changes.on,
    problems: () => [...options.problems, ...toProblems(current), ...(notApplied === null ? [] : [notApplied])],
    isFirstRun: () => options.isFirstRun,
  };
}

/** Stores values and returns everything that is stored afterwards. */
async function store(
  file: SettingsFile,
  held: Settings,
  values: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  if (file.write === null) return { ...held, ...values };
  const found = await readStoredSettings(file.path);
  const isBroken = found.kind === 'invalid' || found.kind === 'unreadable';
  if (isBroken) await file.setAside();
  // The file was damaged while the app was running: the new one gets all current settings.
  await file.write(isBroken ? { ...held, ...values } : values);
  const stored = await readStoredSettings(file.path);
  return stored.kind === 'values' ? stored.values : { ...held, ...values };
}

function toProblems({ complaints }: ParsedSettings): readonly Problem[] {
  return complaints.length === 0 ? [] : [createProblem('settings-values', { complaints })];
}

function buildWriter(file: string, { createWriter, logger }: SettingsStoreOptions): WriteSettings | null {
  try {
    return createWriter(file);
  } catch (error) {
    logger.error('cannot open settings.json', error);
    return null;
  }
}

async function moveAside(file: string, { nowMs, logger }: SettingsStoreOptions): Promise<Problem> {
  const stamp = new Date(nowMs()).toISOString().replaceAll(/[:.]/g, '-');
  const aside = file.replace(/\.json$/, `.invalid-${stamp}.json`);
  try {
    await rename(file, aside);
  } catch (error) {
    logger.error('cannot set the broken settings.json aside', error);
    return createProblem('settings-unusable', { file });
  }
  return createProblem('settings-invalid', { file, setAsideName: path.basename(aside) });
}
