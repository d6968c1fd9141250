import type { CreateTranslation } from '../translation.ts';
import { createNotifications, createTray } from './alerts.ts';
import { createLimits, createUnits } from './limits.ts';
import { common, createActivity, createUsage, windows } from './pages.ts';
import { settings } from './settings.ts';

/** Spanish. Terms: `README.md`. */
export const createSpanish: CreateTranslation = (format) => ({
  units: createUnits(format),
  common,
  windows,
  limits: createLimits(format),
  usage: createUsage(format),
  activity: createActivity(format),
  tray: createTray(format),
  notifications: createNotifications(format),
  settings,
  desktop: { windowMenu: 'Ventana', openNotification: 'Abrir' },
});
