import type { Settings } from './schema.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * Settings for clients that may only read: without possible secrets, and without the real names of hidden and renamed
 * projects.
 */
export function toReaderSettings(settings: Settings): Settings {
  return { ...withoutSecrets(settings), projects: { names: [], hidden: [] } };
}
