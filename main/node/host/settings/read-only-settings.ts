import path from 'node:path';
import { createProblem, type Problem } from '../../../../shared/domain/problem.ts';
import { fail } from '../../../../shared/lib/result.ts';
import type { SettingsStore } from '../../../../shared/settings/settings-store.ts';
import { parseSettings } from '../../../../shared/settings/parse.ts';
import { overrideSettings, type SettingOverrides } from '../../../../shared/settings/overrides.ts';
import { readStoredSettings, settingsFileName, type StoredSettings } from './read-stored.ts';

/**
 * Reads the settings of a data folder and never writes there: for a host that lives as long as a command. `overrides`
 * apply to this host only.
 */
export async function readSettings(dataFolder: string, overrides: SettingOverrides): Promise<SettingsStore> {
  const file = path.join(dataFolder, settingsFileName);
  const stored = await readStoredSettings(file);
  const { settings, complaints } = parseSettings(stored.kind === 'values' ? stored.values : {});
  const problem =
    complaints.length > 0 ? createProblem('settings-values', { complaints }) : toFileProblem(stored, file);
  return {
    get: () => overrideSettings(settings, overrides),
    update: () => Promise.resolve(fail({ kind: 'read-only' as const })),
    onChange: () => () => undefined,
    problems: () => (problem === null ? [] : [problem]),
    isFirstRun: () => stored.kind === 'missing',
  };
}

function toFileProblem({ kind }: StoredSettings, file: string): Problem | null {
  if (kind === 'invalid') return createProblem('settings-invalid', { file, setAsideName: null });
  return kind === 'unreadable' ? createProblem('settings-unreadable', { file }) : null;
}
