import * as v from 'valibot';
import { noPlan, ownPlan, usualPlan } from '../domain/plan.ts';
import type { SettingComplaint } from '../domain/problem.ts';
import { listPlans } from '../sources/list-plans.ts';
import { defaultSettings } from './defaults.ts';
import { settingSchemas, type SettingName, type Settings } from './schema.ts';
import { toSettingComplaint } from './setting-complaint.ts';

/** Valid settings, and every stored value that was replaced by its default. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly complaints: readonly SettingComplaint[];
}

/** The stored form, without knowledge of the available plans, which surfaces do not need. */
const storedSchemas = {
  ...settingSchemas,
  plan: v.picklist([noPlan, ...listPlans().map(({ id }) => id), ownPlan, usualPlan]),
} as const;

/** Validates the contents of a settings file, value by value. Unknown names are ignored here (and kept on disk). */
export function parseSettings(stored: unknown): ParsedSettings {
  const complaints: SettingComplaint[] = [];
  const values = typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {};
  const entries = (Object.keys(settingSchemas) as SettingName[]).map((name) => {
    if (values[name] === undefined) return [name, defaultSettings[name]];
    const parsed = v.safeParse(storedSchemas[name], values[name]);
    if (parsed.success) return [name, parsed.output];
    complaints.push(toSettingComplaint(name, parsed.issues[0]));
    return [name, defaultSettings[name]];
  });
  return { settings: Object.fromEntries(entries) as Settings, complaints };
}
