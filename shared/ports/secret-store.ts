import type { Result } from '../lib/result.ts';

/**
 * Where secrets are: the system's keychain; a file that is encrypted with a key that protects it no better than any
 * file (`plain-keychain`, Linux without a keyring); a file that only this person may read; a variable of the
 * environment.
 */
export const secretPlaces = ['keychain', 'plain-keychain', 'file', 'environment'] as const;
export type SecretPlace = (typeof secretPlaces)[number];

/** Why a secret cannot be stored. */
export type SecretFailure = 'not-written' | 'set-by-environment' | 'read-only';

/** The secrets of channels, by the channel's id. They are never shown again. */
export interface SecretStore {
  /** Null when there is none, or none that can be read. */
  read(id: string): Promise<string | null>;
  /** Where a secret is; null when there is none. */
  find(id: string): Promise<SecretPlace | null>;
  /** Stores a secret, or removes it (null). */
  write(id: string, secret: string | null): Promise<Result<null, SecretFailure>>;
}
