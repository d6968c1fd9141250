import { systemClock } from '../../system/system-clock.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { SecretFailure, SecretPlace, SecretStore } from '../../../../shared/ports/secret-store.ts';
import { createLedgerKey, type LedgerKeys } from '../../secrets/ledger-key.ts';
import {
  claimNames,
  convertLedgerNames,
  type LedgerNames,
  readLedgerNames,
} from '../../engine/ledger/names-encryption.ts';
import { ledgerKeyId, readLedgerKeys, splitKeys } from './ledger-keys.ts';

/** Operations on the names of a ledger. */
export const encryptionActions = ['on', 'off', 'rotate'] as const;
export type EncryptionAction = (typeof encryptionActions)[number];

/** How a ledger's names are stored. */
export interface EncryptionStatus extends LedgerNames {
  /** Where the key is; null when there is none. */
  readonly key: SecretPlace | null;
}

/**
 * Why nothing was changed. `no-old-key`: the environment has only one key, so there is nothing to rotate from. `waived`: it
 * says that no key is to be used, so names that are encrypted now could not be read.
 */
export type EncryptionFailure = Problem | SecretFailure | 'no-old-key' | 'not-on' | 'waived';

/** Where the ledger and its key are. */
export interface EncryptionPlace {
  readonly dataFolder: string;
  readonly secrets: SecretStore;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** How names are stored now. */
export async function readEncryption({ dataFolder, secrets, variables }: EncryptionPlace): Promise<EncryptionStatus> {
  const keys = await readLedgerKeys(secrets, variables);
  const isGiven = isKeyGiven(variables);
  const stored = (await secrets.read(ledgerKeyId)) === null ? null : await secrets.find(ledgerKeyId);
  return {
    ...(await readLedgerNames(dataFolder, keys)),
    key: isGiven ? 'environment' : stored,
  };
}

/**
 * Encrypts or decrypts the names of a ledger, or encrypts them with a new key. The key is stored before the names depend
 * on it, and removed when they no longer do, so a process that is killed leaves names that can be read. Fails while
 * another process writes the ledger.
 */
export async function changeEncryption(
  action: EncryptionAction,
  place: EncryptionPlace,
): Promise<Result<EncryptionStatus, EncryptionFailure>> {
  if (action !== 'off' && place.variables['FUELGAUGE_DB_KEY']?.trim() === 'none') return fail('waived');
  const changed = await (isKeyGiven(place.variables)
    ? changeWithGivenKey(action, place)
    : changeStoredKey(action, place));
  return changed.ok ? ok(await readEncryption(place)) : changed;
}

type Changed = Result<null, EncryptionFailure>;

/** A key from a variable is changed where the variable is set. */
async function changeWithGivenKey(
  action: EncryptionAction,
  { dataFolder, secrets, variables }: EncryptionPlace,
): Promise<Changed> {
  const keys = await readLedgerKeys(secrets, variables);
  if (action === 'rotate' && keys.keys.length === 1) return fail('no-old-key');
  return convert(dataFolder, action === 'off' && keys.wanted === 'sealed' ? { ...keys, wanted: 'plain' } : keys);
}

/** Two concurrent changes would overwrite each other's key. */
async function changeStoredKey(action: EncryptionAction, place: EncryptionPlace): Promise<Changed> {
  const claim = claimNames(place.dataFolder);
  if (!claim.ok) return claim;
  try {
    return await changeClaimedKey(action, place);
  } finally {
    claim.value.release();
  }
}

async function changeClaimedKey(action: EncryptionAction, { dataFolder, secrets }: EncryptionPlace): Promise<Changed> {
  const known = splitKeys(await secrets.read(ledgerKeyId));
  if (action !== 'on' && known.length === 0) return fail('not-on');
  if (action === 'off') {
    const converted = convert(dataFolder, { keys: known, wanted: 'plain' });
    return converted.ok ? secrets.write(ledgerKeyId, null) : converted;
  }
  const isNew = action === 'rotate' || known.length === 0;
  const keys = isNew ? [createLedgerKey(), ...known] : known;
  const stored = isNew ? await secrets.write(ledgerKeyId, keys.join()) : ok(null);
  if (!stored.ok) return stored;
  const converted = convert(dataFolder, { keys, wanted: 'sealed' });
  if (!converted.ok) {
    // A key is removed only when names are known to be readable without it: much can fail after they changed.
    if (isNew && (await canReadWith(dataFolder, known))) await secrets.write(ledgerKeyId, known.join() || null);
    return converted;
  }
  return keys.length > 1 ? secrets.write(ledgerKeyId, keys[0]!) : ok(null);
}

function convert(folder: string, keys: LedgerKeys): Changed {
  return convertLedgerNames(folder, keys, systemClock.nowMs());
}

async function canReadWith(folder: string, keys: readonly string[]): Promise<boolean> {
  const { names } = await readLedgerNames(folder, { keys, wanted: 'as-it-is' });
  return names === 'plain' || names === 'sealed' || names === 'unwiped';
}

function isKeyGiven(variables: EncryptionPlace['variables']): boolean {
  const given = variables['FUELGAUGE_DB_KEY']?.trim() || 'none';
  return given !== 'none';
}
