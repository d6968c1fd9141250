import type { SafeStorage } from 'electron';
import type { SecretPlace } from '../../shared/ports/secret-store.ts';
import { noCipher, type SecretCipher } from '../node/host/secrets/secret-store.ts';

/** What is used of Electron's safeStorage. */
export type Keychain = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

/**
 * Builds the cipher whose key is in the system's keychain: Keychain, DPAPI, or the desktop's wallet. On a Linux without one,
 * Chromium encrypts with a key that everybody knows, which is said plainly; without any encryption, the file's own
 * permissions are the protection. Asked at each use: the answer is right only once the app is ready.
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
