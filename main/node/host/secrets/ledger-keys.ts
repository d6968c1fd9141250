import type { SecretStore } from '../../../../shared/ports/secret-store.ts';
import { type LedgerKeys, noLedgerKeys, parseLedgerKey } from '../../secrets/ledger-key.ts';

/** The secret that the ledger's names are encrypted with: keys in base64, the newest first, with commas between. */
export const ledgerKeyId = 'ledger-key';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The keys of the ledger's names. `FUELGAUGE_DB_KEY` of the environment goes first, and then names are encrypted with it;
 * `FUELGAUGE_DB_KEY_OLD` opens what was encrypted with the one before it. `none` there means no encryption on purpose.
 * Otherwise the keychain's key, which is used where the person has switched encryption on. The container image sets
 * `FUELGAUGE_DB_KEY_REQUIRED`.
 */
export async function readLedgerKeys(secrets: Pick<SecretStore, 'read'>, variables: Variables): Promise<LedgerKeys> {
  const given = variables['FUELGAUGE_DB_KEY']?.trim() || null;
  if (given === 'none') return noLedgerKeys;
  if (given !== null) return toEnvironmentKeys(given, variables['FUELGAUGE_DB_KEY_OLD']);
  const keys = splitKeys(await secrets.read(ledgerKeyId));
  if (keys.length > 0) return { keys, wanted: 'as-it-is' };
  return variables['FUELGAUGE_DB_KEY_REQUIRED'] === '1' ? { keys: [], wanted: 'missing' } : noLedgerKeys;
}

/** Reads the keys of a secret; what is no key is left out. */
export function splitKeys(secret: string | null): readonly string[] {
  return (secret ?? '').split(',').flatMap((text) => parseLedgerKey(text) ?? []);
}

function toEnvironmentKeys(given: string, old: string | undefined): LedgerKeys {
  const key = parseLedgerKey(given);
  return key === null ? { keys: [], wanted: 'invalid' } : { keys: [key, ...splitKeys(old ?? null)], wanted: 'sealed' };
}
