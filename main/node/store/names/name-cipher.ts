import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Turns names into what the ledger stores, and back. */
export interface NameCipher {
  /** `locked`: the names are encrypted, and none of the keys fits. */
  readonly state: 'plain' | 'sealed' | 'locked';
  /** Equal names give equal texts, so that they can be looked up. Throws when the ledger is locked. */
  seal(name: string): string;
  /** A name that cannot be decrypted is shown as `•••` and a few characters that tell it from others. */
  open(stored: string): string;
  /** Null where nothing can be decrypted. */
  readonly tags: NameTags | null;
}

/** A tag is the same for a name and for its stored form, and takes a tenth of the time of decrypting. */
export interface NameTags {
  ofName(name: string): string;
  ofStored(stored: string): string;
}

/** The ledger's names are encrypted with a key that is not available. */
export class LockedLedgerError extends Error {
  constructor() {
    super('the names in this ledger are encrypted with another key');
  }
}

/** No log contains a control character in a name by chance; a name that does is merely hidden. */
const prefix = '\u0001n1:';
const nonceBytes = 12;
const tagBytes = 16;
/** The nonce, which is the name's HMAC, as base64. */
const tagLength = (nonceBytes / 3) * 4;
const maxRemembered = 20_000;

/** Names as they are. What is encrypted stays hidden. */
export const plainNames: NameCipher = { state: 'plain', seal: (name) => name, open: hideSealed, tags: null };

/** Names that nobody may read or add to. */
export const lockedNames: NameCipher = {
  state: 'locked',
  seal() {
    throw new LockedLedgerError();
  },
  open: hideSealed,
  tags: null,
};

/** Whether a key (base64) matches the check that a ledger stores. */
export function fitsCheck(key: string, check: string): boolean {
  const [expected, found] = [Buffer.from(toCheck(key), 'base64'), Buffer.from(check, 'base64')];
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** The check by which the key is recognised later; derived like the other keys, so it reveals nothing about them. */
export function toCheck(key: string): string {
  return derive(key, 'check', 16).toString('base64');
}

/**
 * Builds the cipher of a key (base64): AES-256-GCM, with the name's own HMAC as nonce. So equal names are equal when
 * encrypted, which lookups need; a nonce is never used for two names. Keys are derived by HKDF.
 */
export function createNameCipher(key: string): NameCipher {
  // Bytes would be imported again for every name, which costs more than encrypting it.
  const textKey = createSecretKey(derive(key, 'names', 32));
  const nonceKey = createSecretKey(derive(key, 'nonces', 32));
  const sealed = new Map<string, string>();
  const opened = new Map<string, string>();

  const toNonce = (name: string): Buffer =>
    createHmac('sha256', nonceKey).update(name).digest().subarray(0, nonceBytes);
  const ofName = (name: string): string =>
    createHmac('sha256', nonceKey).update(name).digest('base64url').slice(0, tagLength);
  const seal = (name: string): string => {
    const nonce = toNonce(name);
    const cipher = createCipheriv('aes-256-gcm', textKey, nonce);
    const body = [cipher.update(name, 'utf8'), cipher.final()];
    return prefix + Buffer.concat([nonce, ...body, cipher.getAuthTag()]).toString('base64url');
  };
  const open = (stored: string): string => {
    const bytes = Buffer.from(stored.slice(prefix.length), 'base64url');
    if (bytes.length < nonceBytes + tagBytes) return hideSealed(stored);
    try {
      const decipher = createDecipheriv('aes-256-gcm', textKey, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      const body = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    } catch {
      return hideSealed(stored);
    }
  };
  /** Names that were read are usually looked up next. */
  const openOnce = (stored: string): string => {
    const name = open(stored);
    if (!isHidden(name, stored)) keep(sealed, name, stored);
    return name;
  };
  return {
    state: 'sealed',
    seal: (name) => remember(sealed, name, seal),
    open: (stored) => (isSealed(stored) ? remember(opened, stored, openOnce) : stored),
    tags: {
      ofName,
      ofStored: (stored) => (isSealed(stored) ? stored.slice(prefix.length).slice(0, tagLength) : ofName(stored)),
    },
  };
}

/** Whether a stored text is encrypted. */
function isSealed(stored: string): boolean {
  return stored.startsWith(prefix);
}

function hideSealed(stored: string): string {
  // The nonce is as good as random.
  return isSealed(stored) ? `•••${stored.slice(prefix.length, prefix.length + 6)}` : stored;
}

function remember(known: Map<string, string>, from: string, convert: (from: string) => string): string {
  let found = known.get(from);
  if (found === undefined) {
    found = convert(from);
    keep(known, from, found);
  }
  return found;
}

function keep(known: Map<string, string>, from: string, to: string): void {
  if (known.size >= maxRemembered) known.clear();
  known.set(from, to);
}

function isHidden(name: string, stored: string): boolean {
  return name === hideSealed(stored);
}

/** Without a salt: the key is random, and a ledger whose salt was damaged would have lost its names. */
function derive(key: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', `fuelgauge ledger ${purpose}`, bytes));
}
