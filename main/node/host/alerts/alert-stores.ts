import { ok, fail } from '../../../../shared/lib/result.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { SecretStore } from '../../../../shared/ports/secret-store.ts';
import { openAlertHistory, type AlertHistory } from './alert-history.ts';
import { noCipher, openSecretStore, type SecretCipher } from '../secrets/secret-store.ts';

/** The alert stores that every host has, even one that raises none itself. */
export interface AlertStores {
  readonly history: AlertHistory;
  readonly secrets: SecretStore;
}

/** Opens them in a data folder. Without a cipher, secrets are in the environment or in a file for this person alone. */
export async function openAlertStores(options: {
  readonly dataFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly cipher?: SecretCipher;
  readonly logger: Logger;
}): Promise<AlertStores> {
  const { dataFolder, logger } = options;
  return {
    history: await openAlertHistory(dataFolder, logger),
    secrets: openSecretStore({ cipher: noCipher, ...options }),
  };
}

/** For a host without a data folder: nothing was raised, and there are no secrets. */
export const noAlertStores: AlertStores = {
  history: {
    list: () => [],
    refresh: async () => undefined,
    add: () => undefined,
    setState: () => undefined,
    setDelivery: () => undefined,
    flush: async () => undefined,
  },
  secrets: {
    read: async () => null,
    find: async () => null,
    write: async (_id, secret) => (secret === null ? ok(null) : fail('read-only')),
  },
};
