import { defaultAlertChoices } from '../alerts/alert-choices.ts';
import { usDollar } from '../domain/money.ts';
import { noPlan } from '../domain/plan.ts';
import { defaultActivitySettings } from './activity-settings.ts';
import { defaultCalendarSettings } from './calendar-settings.ts';
import { defaultAppearance, defaultThresholdsPercent } from './appearance-choices.ts';
import { defaultDesktopSettings } from './desktop-choices.ts';
import { defaultPopoverSettings } from './popover-choices.ts';
import { defaultProjectSettings } from './project-settings.ts';
import { defaultServerSettings } from './server-settings.ts';
import { defaultExportSettings } from './otlp-export.ts';
import { defaultProxySettings } from './proxy-settings.ts';
import { defaultErrorReportSettings } from './error-report-settings.ts';
import type { Settings } from './schema.ts';

/** The defaults until the user changes them. */
export const defaultSettings: Settings = {
  refreshCadence: 'auto',
  thresholdsPercent: defaultThresholdsPercent,
  notifications: true,
  alertChoices: defaultAlertChoices,
  alertChannels: [],
  launchAtLogin: false,
  language: 'system',
  ...defaultAppearance,
  timeZone: 'system',
  calendar: defaultCalendarSettings,
  extraLogFolders: [],
  projects: defaultProjectSettings,
  ownPrograms: [],
  plan: noPlan,
  customBlockLimit: { unit: 'usd', value: 50 },
  workDays: 7,
  askAgents: [],
  trayIconColor: 'auto',
  // About 40 MB a year of heavy use. Information that arrives late (a larger number, a fork) can then still be applied.
  detailRetention: 'forever',
  costMode: 'calculate',
  currency: usDollar,
  priceOverrides: [],
  modelAliases: [],
  activity: defaultActivitySettings,
  popover: defaultPopoverSettings,
  desktop: defaultDesktopSettings,
  server: defaultServerSettings,
  otlpExport: defaultExportSettings,
  proxy: defaultProxySettings,
  errorReports: defaultErrorReportSettings,
};
