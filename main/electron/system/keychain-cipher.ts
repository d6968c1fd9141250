import type { SafeStorage } from 'electron';
import type { SecretPlace } from '../../../shared/ports/secret-store.ts';
import { noCipher, type SecretCipher } from '../../node/host/secrets/secret-store.ts';

/** The part of Electron's safeStorage that is used. */
export type Keychain = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

/**
 * Builds the cipher whose key is in the system's keychain: Keychain, DPAPI, or the desktop's wallet. On Linux without
 * one, Chromium encrypts with a publicly known key, which we report as such; without any encryption, the file's own
 * permissions are the protection. Checked at each use: the answer is only right once the app is ready.
 */
export function createKeychainCipher(keychain: Keychain): SecretCipher {
  return {
    get place() {
      return findPlace(keychain);
    },
    encrypt: (secret) =>
      findPlace(keychain) === 'file' ? noCipher.encrypt(secret) : keychain.encryptString(secret).toString('base64'),
    decrypt: (stored) =>
      findPlace(keychain) === 'file' ? noCipher.decrypt(stored) : keychain.decryptString(Buffer.from(stored, 'base64')),
  };
}

function findPlace(keychain: Keychain): SecretPlace {
  if (!keychain.isEncryptionAvailable()) return 'file';
  const isPlain = process.platform === 'linux' && keychain.getSelectedStorageBackend?.() === 'basic_text';
  return isPlain ? 'plain-keychain' : 'keychain';
}
