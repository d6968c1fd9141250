import path from 'node:path';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { SettingsStore } from '../../../shared/settings/settings-store.ts';
import { openAlertFile, type AlertFile } from './alerts/alert-file.ts';
import { openAlertHistory, type AlertHistory } from './alerts/alert-history.ts';
import { openSettingsStore, type SettingsStoreOptions } from './settings/settings-store.ts';

/** What a long-lived host keeps in its data folder besides the ledger. */
export interface HostStores {
  readonly settings: SettingsStore;
  readonly alertFile: AlertFile;
  readonly alertHistory: AlertHistory;
}

/** Opens them; never rejects, whatever the folder contains. */
export async function openHostStores(options: {
  readonly dataFolder: string;
  readonly createWriter: SettingsStoreOptions['createWriter'];
  readonly welcomes?: boolean;
  readonly nowMs: () => number;
  readonly logger: Logger;
}): Promise<HostStores> {
  const [settings, alertFile, alertHistory] = await Promise.all([
    openSettingsStore(options),
    openAlertFile(path.join(options.dataFolder, 'alerts.json'), options.logger),
    openAlertHistory(options.dataFolder, options.logger),
  ]);
  return { settings, alertFile, alertHistory };
}
