import type { Settings } from './schema.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * Settings as somebody sees them who may read and not change: without what may be a secret, and without what hidden
 * projects, and those with names of their own, are really called.
 */
export function toReaderSettings(settings: Settings): Settings {
  return { ...withoutSecrets(settings), projects: { names: [], hidden: [] } };
}
