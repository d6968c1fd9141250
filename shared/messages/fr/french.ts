import type { CreateTranslation } from '../translation.ts';
import { createActivity } from './activity.ts';
import { createAlertHistoryMessages } from './alert-history.ts';
import { createAlertMessages } from './alerts.ts';
import { createAppsMessages } from './apps.ts';
import { createBlockMessages } from './blocks.ts';
import { createCommon } from './common.ts';
import { createCompareMessages } from './compare.ts';
import { desktop } from './desktop.ts';
import { createExplainViewMessages } from './explain.ts';
import { createExploreMessages } from './explore.ts';
import { createHistoryMessages } from './history.ts';
import { createLimitHistoryMessages } from './limit-history.ts';
import { createLimits } from './limits.ts';
import { createNotifications } from './notifications.ts';
import { createChartWords, createOverviewMessages, createRangeMessages } from './overview.ts';
import { createProcessViewMessages } from './process-view.ts';
import { createSettingsMessages } from './settings.ts';
import { createTray } from './tray.ts';
import { createUnits } from './units.ts';
import { createUsage } from './usage.ts';
import { createWebMessages } from './web.ts';
import { windows } from './windows.ts';

/** French. Terms: `README.md`. */
export const createFrench: CreateTranslation = (format) => ({
  units: createUnits(format),
  common: createCommon(format),
  windows,
  limits: createLimits(format),
  usage: createUsage(format),
  activity: createActivity(format),
  tray: createTray(format),
  notifications: createNotifications(format),
  alerts: createAlertMessages(format),
  web: createWebMessages(),
  blocks: createBlockMessages(format),
  charts: createChartWords(),
  ranges: createRangeMessages(format),
  overview: createOverviewMessages(format),
  explain: createExplainViewMessages(format),
  explore: createExploreMessages(format),
  compare: createCompareMessages(format),
  limitHistory: createLimitHistoryMessages(format),
  processView: createProcessViewMessages(format),
  apps: createAppsMessages(format),
  alertHistory: createAlertHistoryMessages(format),
  history: createHistoryMessages(format),
  settings: createSettingsMessages(format),
  desktop,
});
