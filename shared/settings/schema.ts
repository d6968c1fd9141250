import * as v from 'valibot';
import { isTimeZone } from '../domain/calendar-day.ts';

/** Share of a limit, in percent, at which an alert may fire. */
const threshold = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

/** Subscription plans; `unknown` shows no estimate of a block's limit, `custom` uses the person's own. */
export const plans = ['unknown', 'pro', 'max-5x', 'max-20x', 'custom'] as const;
export type Plan = (typeof plans)[number];
export const themes = ['system', 'light', 'dark'] as const;
/** Seconds between two looks at processes and clocks; `auto` adapts to whether anybody looks. Logs are always live. */
export const refreshCadences = ['auto', 5, 15, 30, 60] as const;
/** Colour of the tray icon where the panel's own theme cannot be known (Linux). */
export const trayIconColors = ['auto', 'light', 'dark'] as const;
export const blockLimitUnits = ['tokens', 'usd'] as const;

/** Each setting's own schema: one bad value falls back to its default without touching the others. */
export const settingSchemas = {
  refreshCadence: v.picklist(refreshCadences),
  thresholdsPercent: v.pipe(
    v.array(threshold),
    v.maxLength(5),
    v.transform((values) => [...new Set(values)].sort((a, b) => a - b)),
  ),
  notifications: v.boolean(),
  launchAtLogin: v.boolean(),
  theme: v.picklist(themes),
  /** `system`, or an IANA name. */
  timeZone: v.pipe(
    v.string(),
    v.check((name) => name === 'system' || isTimeZone(name), 'is not a time zone that this system knows'),
  ),
  extraLogFolders: v.pipe(
    v.array(v.strictObject({ source: v.pipe(v.string(), v.nonEmpty()), path: v.pipe(v.string(), v.nonEmpty()) })),
    v.maxLength(50),
  ),
  plan: v.picklist(plans),
  /** What a block may use up under the plan `custom`. */
  customBlockLimit: v.strictObject({
    unit: v.picklist(blockLimitUnits),
    value: v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(1e12)),
  }),
  trayIconColor: v.picklist(trayIconColors),
} as const;

export type SettingName = keyof typeof settingSchemas;

/** All settings, valid. */
export type Settings = { readonly [Name in SettingName]: v.InferOutput<(typeof settingSchemas)[Name]> };

/** Some settings, to be changed. Unknown names are refused. */
export const settingsPatchSchema = v.partial(v.strictObject(settingSchemas));
export type SettingsPatch = v.InferOutput<typeof settingsPatchSchema>;
