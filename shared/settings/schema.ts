import * as v from 'valibot';
import { programCategories } from '../domain/agent-process.ts';
import { alertChoicesSchema } from '../alerts/alert-choices.ts';
import { isTimeZone } from '../domain/calendar-day.ts';
import type { ValueRule } from '../domain/call-failure.ts';
import { blockLimitUnits } from '../domain/plan.ts';
import { workDayChoices } from '../domain/work-days.ts';
import { costModes } from '../domain/price-choices.ts';
import { dataColorScales, densities, themes } from './appearance-choices.ts';
import { desktopSettingsSchema } from './desktop-settings.ts';
import { activitySettingsSchema } from './activity-settings.ts';
import { calendarSettingsSchema } from './calendar-settings.ts';
import { languageChoices } from './languages.ts';
import { popoverSettingsSchema } from './popover-settings.ts';
import { projectSettingsSchema } from './project-settings.ts';
import { serverSettingsSchema } from './server-settings.ts';
import { exportSettingsSchema } from './otlp-export.ts';
import { proxySettingsSchema } from './proxy-settings.ts';
import { errorReportSettingsSchema } from './error-report-settings.ts';
import { channelsSchema } from './channel-schema.ts';

/** Share of a limit, in percent, at which an alert may fire. */
const threshold = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

/** Seconds between polls of processes and clocks; `auto` adapts to whether anyone is watching. Logs are always live. */
export const refreshCadences = ['auto', 5, 15, 30, 60] as const;
/** Colour of the tray icon where the panel's own theme cannot be detected (Linux). */
export const trayIconColors = ['auto', 'light', 'dark'] as const;
/** Number of days to keep individual requests before they are rolled up into quarter-hour sums. */
export const detailRetentions = ['forever', 30, 90, 365] as const;
export type DetailRetention = (typeof detailRetentions)[number];

const modelName = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
/** Prices finer than a millionth of a dollar per million tokens do not exist; those above the maximum are typos. */
const usdPerMillion = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000));

/** Each setting's own schema: one bad value falls back to its default without touching the others. */
export const settingSchemas = {
  refreshCadence: v.picklist(refreshCadences),
  thresholdsPercent: v.pipe(
    v.array(threshold),
    v.maxLength(5),
    v.transform((values) => [...new Set(values)].sort((a, b) => a - b)),
  ),
  notifications: v.boolean(),
  /** Which rules are on, when alerts have to wait, and what budgets there are. */
  alertChoices: alertChoicesSchema,
  /** Where alerts are sent besides this desktop. */
  alertChannels: channelsSchema,
  launchAtLogin: v.boolean(),
  language: v.picklist(languageChoices),
  theme: v.picklist(themes),
  density: v.picklist(densities),
  dataColors: v.picklist(dataColorScales),
  /** `system`, or an IANA name. */
  timeZone: v.pipe(
    v.string(),
    v.check((name) => name === 'system' || isTimeZone(name), 'time-zone' satisfies ValueRule),
  ),
  /** When days and weeks begin, and how clocks are written. */
  calendar: calendarSettingsSchema,
  extraLogFolders: v.pipe(
    v.array(
      v.strictObject({
        source: v.pipe(v.string(), v.nonEmpty()),
        path: v.pipe(v.string(), v.nonEmpty()),
        /** The machine that its logs come from; this one when left out. */
        device: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100))),
      }),
    ),
    v.maxLength(50),
  ),
  /** What projects are called, and which are not named. */
  projects: projectSettingsSchema,
  /** Further programs that count as agents, by the name of their executable. */
  ownPrograms: v.pipe(
    v.array(
      v.strictObject({
        label: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)),
        executable: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)),
        category: v.picklist(programCategories),
      }),
    ),
    v.maxLength(50),
  ),
  /** The id of a plan of some source, `custom`, `p90`, or `unknown`. */
  plan: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
  /** The limit of a block under the plan `custom`; the plan `p90` uses its unit alone. */
  customBlockLimit: v.strictObject({
    unit: v.picklist(blockLimitUnits),
    value: v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(1e12)),
  }),
  /** The work days of a week, against which the pace of weekly limits is measured; see `shared/limits/work-week.ts`. */
  workDays: v.picklist(workDayChoices),
  /** The sources whose own programs may be asked for their limits; each asks its provider over the network. */
  askAgents: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(100))), v.maxLength(50)),
  trayIconColor: v.picklist(trayIconColors),
  /** Does not affect any report; see .github/adr/0005. */
  detailRetention: v.picklist(detailRetentions),
  costMode: v.picklist(costModes),
  /** The display currency. The rate is the user's own, since nothing is fetched. */
  currency: v.pipe(
    v.strictObject({
      code: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z]{3}$/, 'currency-code' satisfies ValueRule)),
      perUsd: v.pipe(v.number(), v.finite(), v.minValue(1e-9), v.maxValue(1e9)),
    }),
    v.check(({ code, perUsd }) => code !== 'USD' || perUsd === 1, 'dollar-rate' satisfies ValueRule),
  ),
  /**
   * Own prices, by exact model name. They take precedence over aliases, which take precedence over the price list. The
   * last entry for a name wins.
   */
  priceOverrides: v.pipe(
    v.array(
      v.strictObject({
        model: modelName,
        inputUsdPerMillion: usdPerMillion,
        outputUsdPerMillion: usdPerMillion,
        cacheReadUsdPerMillion: v.optional(usdPerMillion),
        cacheWrite5mUsdPerMillion: v.optional(usdPerMillion),
        cacheWrite1hUsdPerMillion: v.optional(usdPerMillion),
      }),
    ),
    v.maxLength(100),
  ),
  modelAliases: v.pipe(v.array(v.strictObject({ model: modelName, pricedAs: modelName })), v.maxLength(100)),
  /** Which use of AI sites, apps and tools is noted. */
  activity: activitySettingsSchema,
  popover: popoverSettingsSchema,
  /** Keys and tray text of the desktop app. */
  desktop: desktopSettingsSchema,
  server: serverSettingsSchema,
  /** Where metrics are sent by OTLP; nowhere by default. */
  otlpExport: exportSettingsSchema,
  /** The proxy that is asked for its usage; none by default. */
  proxy: proxySettingsSchema,
  /** Where reports of crashes are sent; nowhere by default. */
  errorReports: errorReportSettingsSchema,
} as const;

export type SettingName = keyof typeof settingSchemas;

/** All settings, valid. */
export type Settings = { readonly [Name in SettingName]: v.InferOutput<(typeof settingSchemas)[Name]> };

/** A partial update of the settings. Unknown names are rejected. */
export const settingsPatchSchema = v.partial(v.strictObject(settingSchemas));
export type SettingsPatch = v.InferOutput<typeof settingsPatchSchema>;
