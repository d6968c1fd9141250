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
  // Some 40 MB a year of heavy use, and what is learned late (a larger number, a fork) still finds its request.
  detailRetention: 'forever',
  costMode: 'calculate',
  currency: usDollar,
  priceOverrides: [],
  modelAliases: [],
};
