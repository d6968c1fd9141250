import { usDollar } from '../domain/money.ts';
import type { Settings } from './schema.ts';

/** What holds until the person says otherwise. */
export const defaultSettings: Settings = {
  refreshCadence: 'auto',
  thresholdsPercent: [75, 90],
  notifications: true,
  launchAtLogin: false,
  theme: 'system',
  timeZone: 'system',
  extraLogFolders: [],
  plan: 'unknown',
  customBlockLimit: { unit: 'usd', value: 50 },
  trayIconColor: 'auto',
  costMode: 'calculate',
  currency: usDollar,
  priceOverrides: [],
  modelAliases: [],
};
