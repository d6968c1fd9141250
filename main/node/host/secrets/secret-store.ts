import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { SecretFailure, SecretPlace, SecretStore } from '../../../../shared/ports/secret-store.ts';
import { replaceFile } from '../../system/replace-file.ts';

/** How secrets are protected in their file. */
export interface SecretCipher {
  readonly place: SecretPlace;
  encrypt(secret: string): string;
  /** Throws when it cannot. */
  decrypt(stored: string): string;
}

/** Without a keychain: the file's own permissions are the protection. */
export const noCipher: SecretCipher = { place: 'file', encrypt: (secret) => secret, decrypt: (stored) => stored };

/** What the store needs. */
export interface SecretStoreOptions {
  readonly dataFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly cipher: SecretCipher;
  readonly logger: Logger;
}

const fileName = 'secrets.json';
const maxBytes = 256 * 1024;

type Entries = Readonly<Record<string, { readonly place: SecretPlace; readonly value: string }>>;

/**
 * Opens the secrets of a data folder: `FUELGAUGE_SECRET_<ID>` of the environment first, then `secrets.json`, which only
 * this person may read. A file that others may read, too, is not used until its permissions are changed. Each entry
 * says how it is protected; an entry that was protected in another way is not read, so a keychain's secrets stay in its
 * care.
 */
export function openSecretStore({ dataFolder, variables, cipher, logger }: SecretStoreOptions): SecretStore {
  const file = path.join(dataFolder, fileName);
  let last: Promise<unknown> = Promise.resolve();
  const fromEnvironment = (id: string): string | null => trimEnd(variables[toVariable(id)] ?? '') || null;

  const findEntry = async (id: string): Promise<Entries[string] | undefined> => {
    const entries = await readEntries(file, logger);
    return entries === 'unusable' ? undefined : entries[id];
  };
  const writeNow = async (id: string, secret: string | null): Promise<Result<null, SecretFailure>> => {
    try {
      const found = await readEntries(file, logger);
      // None of its contents may be lost.
      if (found === 'unusable') return fail('not-written');
      const { [id]: _, ...others } = found;
      const entries = secret === null ? others : { ...others, [id]: toEntry(cipher, secret) };
      const text = JSON.stringify({ schema: 1, secrets: entries });
      // A larger file would not be read again, which would lose all secrets.
      if (Buffer.byteLength(text) > maxBytes) return fail('not-written');
      await replaceFile(file, text);
      return ok(null);
    } catch (error) {
      logger.error('cannot write secrets.json', error);
      return fail('not-written');
    }
  };
  const find = async (id: string): Promise<SecretPlace | null> => {
    if (fromEnvironment(id) !== null) return 'environment';
    const entry = await findEntry(id);
    return entry === undefined || entry.place !== cipher.place ? null : entry.place;
  };
  return {
    find,
    async read(id) {
      const set = fromEnvironment(id);
      if (set !== null) return set;
      const entry = await findEntry(id);
      if (entry === undefined || entry.place !== cipher.place) return null;
      try {
        return cipher.decrypt(entry.value);
      } catch (error) {
        logger.error('cannot decrypt a secret', error);
        return null;
      }
    },
    write(id, secret) {
      if (fromEnvironment(id) !== null) return Promise.resolve(fail('set-by-environment'));
      const result = last.then(() => writeNow(id, secret));
      last = result;
      return result;
    },
  };
}

/** The variable that holds a channel's secret, e.g. `FUELGAUGE_SECRET_MY_SLACK`. */
function toVariable(id: string): string {
  return `FUELGAUGE_SECRET_${id.toUpperCase().replaceAll('-', '_')}`;
}

function toEntry({ place, encrypt }: SecretCipher, secret: string): Entries[string] {
  return { place, value: encrypt(trimEnd(secret)) };
}

/** Copied text and files often end with a line break, which is never part of a secret. */
function trimEnd(secret: string): string {
  return secret.replace(/[\r\n]+$/, '');
}

/** Nothing where there is no file, or one without secrets; `unusable` where others may read it, or it cannot be read. */
async function readEntries(file: string, logger: Logger): Promise<Entries | 'unusable'> {
  try {
    const { mode, size, isFile } = await describe(file);
    if (!isFile || size > maxBytes) return 'unusable';
    // Windows has no such bits: the folder belongs to the person there.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      logger.warn('secrets.json is not used: others may read it. Change its mode to 600.');
      return 'unusable';
    }
    return parseEntries(await readFile(file, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? {} : 'unusable';
  }
}

/** Text that is not JSON contains no usable secret, so the next one that is stored replaces it. */
function parseEntries(text: string): Entries {
  try {
    return toEntries(JSON.parse(text));
  } catch {
    return {};
  }
}

async function describe(file: string) {
  const found = await stat(file);
  return { mode: found.mode, size: found.size, isFile: found.isFile() };
}

function toEntries(stored: unknown): Entries {
  const { secrets } = (typeof stored === 'object' ? (stored ?? {}) : {}) as Readonly<Record<string, unknown>>;
  if (typeof secrets !== 'object' || secrets === null) return {};
  return Object.fromEntries(
    Object.entries(secrets as Entries).filter(([, entry]) => {
      const { place, value } = (entry ?? {}) as Readonly<Record<string, unknown>>;
      return typeof place === 'string' && typeof value === 'string';
    }),
  );
}
