import type { CreateTranslation } from '../translation.ts';
import { createActivity } from './activity.ts';
import { createCommon } from './common.ts';
import { desktop } from './desktop.ts';
import { createLimits } from './limits.ts';
import { createNotifications } from './notifications.ts';
import { createSettingsMessages } from './settings.ts';
import { createTray } from './tray.ts';
import { createUnits } from './units.ts';
import { createUsage } from './usage.ts';
import { windows } from './windows.ts';

/** Spanish. Terms: `README.md`. */
export const createSpanish: CreateTranslation = (format) => ({
  units: createUnits(format),
  common: createCommon(format),
  windows,
  limits: createLimits(format),
  usage: createUsage(format),
  activity: createActivity(format),
  tray: createTray(format),
  notifications: createNotifications(format),
  settings: createSettingsMessages(format),
  desktop,
});
