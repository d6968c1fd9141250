import type { SettingName } from '../../../../shared/settings/schema.ts';
import { messages } from '../../../messages.ts';

const { alerts, changes, channels, cost, general, monitoring, plan, programs, projects, rules } = messages.settings;

/** What each setting is called where it is changed. */
export const settingNames: Readonly<Record<SettingName, string>> = {
  ...changes.otherNames,
  launchAtLogin: general.launchAtLogin,
  language: general.language,
  theme: general.theme,
  density: general.density,
  dataColors: general.dataColors,
  trayIconColor: general.trayColor,
  timeZone: general.timeZone,
  notifications: alerts.notifications,
  thresholdsPercent: alerts.thresholds,
  alertChoices: rules.title,
  alertChannels: channels.title,
  refreshCadence: monitoring.refresh,
  extraLogFolders: monitoring.folders,
  detailRetention: monitoring.retention,
  ownPrograms: programs.title,
  projects: projects.title,
  plan: plan.plan,
  customBlockLimit: plan.limit,
  workDays: plan.workDays,
  costMode: cost.mode,
  currency: cost.currency,
  priceOverrides: cost.prices,
  modelAliases: cost.aliases,
};
